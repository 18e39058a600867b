-- A published time may be held online (R4.2).
ALTER TABLE "slot" ADD COLUMN "online_url" TEXT NOT NULL DEFAULT '';
