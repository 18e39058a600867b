-- By which a provider that ends its own session ends ours (OpenID Connect Back-Channel Logout): hashes of what it calls the
-- person and its session.
ALTER TABLE "session" ADD COLUMN "provider_subject" TEXT;
ALTER TABLE "session" ADD COLUMN "provider_session" TEXT;

-- Logout tokens that have been used: each serves once.
CREATE TABLE "logout_token" (
    "id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "logout_token_pkey" PRIMARY KEY ("id")
);
REVOKE UPDATE ON logout_token FROM aarshjul_api, aarshjul_worker;
