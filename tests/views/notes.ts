/** A small topic with one of each block that the notes can hold. */
export const NOTES = `# Keys and roles

## 1. Encryption

Data at rest is encrypted by default.[^rest] Use \`SSE-KMS\` where the *use* of a key must be recorded.

| Key type | Managed by | Control |
|---|---|---|
| AWS owned key | AWS alone | None |
| AWS managed key | AWS for you | Low |
| Customer managed key | The customer | High[^high] |
| Imported key | The importer | Highest |

> **Exam tip — Sensitive data:** Choose **customer managed keys** for it.

## 2. Terms

| Term | Definition |
|---|---|
| Least privilege | Only the permissions that a task needs |
| Zero trust | Nobody is trusted by their place in the network |
| Residency | The country in which data is kept |
| Defence in depth | Several layers, so that one may fail |

### 2.1 Flow

\`\`\`text
user -> role -> key
\`\`\`

1. One
2. Two

[^rest]: **Remark:** since 2023.
[^high]: **Disputed:** the imported key gives as much. Source: [Guide](https://docs.aws.amazon.com/kms/)
`
