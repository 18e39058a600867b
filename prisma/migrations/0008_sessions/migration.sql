-- What a session tells its person (R15.1): the program and system it began in, and the roles that must last for it.
ALTER TABLE "session" ADD COLUMN "device" TEXT NOT NULL DEFAULT '';
ALTER TABLE "session" ADD COLUMN "roles" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
