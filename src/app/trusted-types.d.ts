interface TrustedTypePolicyFactory {
  readonly defaultPolicy: object | null
  readonly createPolicy: (name: string, rules: { readonly createScriptURL: (url: string) => string | null }) => object
}

/** Undefined in browsers that have no trusted types. */
declare var trustedTypes: TrustedTypePolicyFactory | undefined
