-- With which a program acts for the person who made it, within its scopes (R15.1); only the token's hash is kept.
CREATE TABLE "service_token" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "scopes" TEXT[] NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_on" DATE,

    CONSTRAINT "service_token_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "service_token_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "service_token_token_hash_key" ON "service_token"("token_hash");
CREATE INDEX "service_token_person_id_idx" ON "service_token"("person_id");
