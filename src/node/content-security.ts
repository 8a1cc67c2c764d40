import { createHash } from 'node:crypto'

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types default',
]

/**
 * The page with a policy that lets it load from where it was served alone, and run nothing but its own scripts: no
 * inline code but that which stands in it when it is built, no `eval`, no HTML from text.
 */
export function withPolicy(html: string): string {
  const inline = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(
    ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  )
  const policy = [...POLICY, ["script-src 'self'", ...inline].join(' ')].join('; ')
  return html.replace(
    /<meta charset="utf-8" \/>/,
    `$&\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
  )
}
