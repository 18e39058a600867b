-- Who may what in the database: docs/decisions/0044-the-second-fence.md tells why. Roles are of the whole server and have no
-- login of their own: the api and the worker step into theirs as they connect. Whoever owns the tables, and so migrates
-- them, is bound by none of this.
DO $$
DECLARE
  wanted text;
  -- Before 16 whoever was a member could step into a role.
  membership text := CASE WHEN current_setting('server_version_num')::int < 160000 THEN 'MEMBER' ELSE 'SET' END;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['aarshjul_api', 'aarshjul_worker', 'aarshjul_audit'] LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN', wanted);
      END IF;
    EXCEPTION
      -- Made at the same moment for another database of this server.
      WHEN duplicate_object OR unique_violation THEN NULL;
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'The login % may not create roles: expected an administrator of the server to have run CREATE ROLE %; GRANT % TO %;',
          current_user, wanted, wanted, quote_ident(current_user);
    END;
    BEGIN
      IF NOT pg_has_role(wanted, membership) THEN
        EXECUTE format('GRANT %I TO CURRENT_USER', wanted);
      END IF;
    EXCEPTION
      WHEN insufficient_privilege THEN
        RAISE EXCEPTION 'The login % is not a member of the role %: expected an administrator of the server to have run GRANT % TO %;',
          current_user, wanted, wanted, quote_ident(current_user);
    END;
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA public TO aarshjul_api, aarshjul_worker, aarshjul_audit;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO aarshjul_api, aarshjul_worker;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO aarshjul_api, aarshjul_worker;
ALTER DEFAULT PRIVILEGES IN SCHEMA public
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO aarshjul_api, aarshjul_worker;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO aarshjul_api, aarshjul_worker;
-- Where migrations are noted; a database that was made another way has none.
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    REVOKE ALL ON _prisma_migrations FROM aarshjul_api, aarshjul_worker;
  END IF;
END $$;

-- The books are only ever added to. Who has read what can be forgotten with the talk, which the worker does.
REVOKE UPDATE, DELETE ON audit_entry FROM aarshjul_api, aarshjul_worker;
REVOKE INSERT, UPDATE, DELETE ON audit_head, audit_seal, audit_sealed_head FROM aarshjul_api, aarshjul_worker;
GRANT INSERT ON audit_seal, audit_sealed_head TO aarshjul_worker;
REVOKE UPDATE, DELETE ON access_entry FROM aarshjul_api;
REVOKE UPDATE ON access_entry FROM aarshjul_worker;

-- Nobody steps into the third role: the trigger that links an entry to its chain has its rights, and no others.
GRANT SELECT ON audit_entry TO aarshjul_audit;
GRANT SELECT, INSERT, UPDATE ON audit_head TO aarshjul_audit;
GRANT CREATE ON SCHEMA public TO aarshjul_audit;
ALTER FUNCTION audit_link() OWNER TO aarshjul_audit;
REVOKE CREATE ON SCHEMA public FROM aarshjul_audit;
