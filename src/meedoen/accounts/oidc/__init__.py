"""The login of the municipality: OpenID Connect, code flow with PKCE (AUTH-01, AUTH-02)."""
