-- Who may see and change which row, said by the database itself.
-- Roles: plumbline_app is what the running portal may do; plumbline_definer owns the few functions that look at rows before
-- anybody is signed in. Neither can log in; the portal's own login role is a member of plumbline_app only.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'plumbline_app') THEN CREATE ROLE plumbline_app NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'plumbline_definer') THEN CREATE ROLE plumbline_definer NOLOGIN; END IF;
  -- From PostgreSQL 16 on, whoever makes a role is a member of it that may not act as it: so acting as it is what is tried.
  BEGIN
    SET LOCAL ROLE plumbline_definer;
    RESET ROLE;
  EXCEPTION WHEN insufficient_privilege THEN
    EXECUTE format('GRANT plumbline_definer TO %I', current_user);
  END;
END $$;
--> statement-breakpoint
CREATE SCHEMA app;
--> statement-breakpoint
REVOKE ALL ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public, app TO plumbline_app, plumbline_definer;
--> statement-breakpoint
GRANT USAGE ON SCHEMA drizzle TO plumbline_app;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA drizzle TO plumbline_app;
--> statement-breakpoint
-- New functions belong to plumbline_definer, which needs CREATE on the schema while they are handed over.
GRANT CREATE ON SCHEMA app TO plumbline_definer;
--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA app REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
--> statement-breakpoint
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
--> statement-breakpoint
-- Hashes of the keys that open the doors before sign-in. Written by the migration, read only by app.is_door().
CREATE TABLE app.keys (kind text PRIMARY KEY, hash text NOT NULL);
--> statement-breakpoint
GRANT SELECT ON app.keys TO plumbline_definer;
--> statement-breakpoint

-- ---------------------------------------------------------------------------------------------------------------------
-- Row-level security on every table of people's data, for the owner too.
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['clinics', 'accounts', 'memberships', 'patients', 'invitations', 'sessions', 'sign_in_attempts',
    'password_resets', 'one_time_code_secrets', 'recovery_codes', 'audit_events', 'audit_heads', 'library_items',
    'library_versions', 'instruments', 'instrument_versions', 'protocols', 'protocol_versions', 'plans', 'plan_drafts',
    'plan_versions', 'phases', 'plan_items', 'practice_logs', 'reading_receipts', 'response_drafts', 'draft_answers',
    'responses', 'scores', 'receipts', 'outbox']
  LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
--> statement-breakpoint
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['clinics', 'accounts', 'memberships', 'patients', 'invitations', 'sessions', 'sign_in_attempts',
    'password_resets', 'one_time_code_secrets', 'recovery_codes', 'audit_events', 'audit_heads', 'outbox']
  LOOP
    EXECUTE format('CREATE POLICY definer ON public.%I TO plumbline_definer USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT ON clinics, accounts, memberships, patients, invitations, sessions, sign_in_attempts, password_resets,
  one_time_code_secrets, recovery_codes, audit_events, audit_heads TO plumbline_definer;
--> statement-breakpoint
GRANT INSERT ON accounts, memberships, sessions, sign_in_attempts, password_resets, audit_events, audit_heads, outbox
  TO plumbline_definer;
--> statement-breakpoint
GRANT UPDATE (password_hash, password_changed_at) ON accounts TO plumbline_definer;
--> statement-breakpoint
GRANT UPDATE (membership_id) ON patients TO plumbline_definer;
--> statement-breakpoint
GRANT UPDATE (redeemed_at) ON invitations, password_resets TO plumbline_definer;
--> statement-breakpoint
GRANT UPDATE (token_hash, last_seen_at, expires_at, revoked_at) ON sessions TO plumbline_definer;
--> statement-breakpoint
GRANT UPDATE (last_step) ON one_time_code_secrets TO plumbline_definer;
--> statement-breakpoint
GRANT UPDATE (used_at) ON recovery_codes TO plumbline_definer;
--> statement-breakpoint
GRANT UPDATE (seq, hash) ON audit_heads TO plumbline_definer;
--> statement-breakpoint
GRANT DELETE ON sign_in_attempts TO plumbline_definer;
--> statement-breakpoint

-- ---------------------------------------------------------------------------------------------------------------------
-- Identity. The request sets app.identity to the hash of its token; these functions turn it into clinic, member and role.
CREATE FUNCTION app.identity() RETURNS text LANGUAGE sql STABLE SET search_path = '' AS
$$ SELECT nullif(current_setting('app.identity', true), '') $$;
--> statement-breakpoint
CREATE FUNCTION app.session() RETURNS TABLE (clinic_id uuid, session_id uuid, account_id uuid, member_id uuid, role text, patient_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT s.clinic_id, s.id, s.account_id, s.membership_id, CASE WHEN s.kind = 'system' THEN 'system' ELSE m.role END, p.id
  FROM public.sessions s
  LEFT JOIN public.memberships m ON m.clinic_id = s.clinic_id AND m.id = s.membership_id
  LEFT JOIN public.patients p ON p.clinic_id = s.clinic_id AND p.membership_id = s.membership_id
  WHERE s.token_hash = app.identity()
    AND s.revoked_at IS NULL AND NOT s.second_factor_pending AND s.expires_at > now()
    AND (s.idle_seconds IS NULL OR s.last_seen_at > now() - make_interval(secs => s.idle_seconds))
    AND (s.kind = 'system' OR m.disabled_at IS NULL)
$$;
--> statement-breakpoint
CREATE FUNCTION app.clinic_id() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
$$ SELECT s.clinic_id FROM app.session() s $$;
--> statement-breakpoint
CREATE FUNCTION app.account_id() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
$$ SELECT s.account_id FROM app.session() s $$;
--> statement-breakpoint
CREATE FUNCTION app.member_id() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
$$ SELECT s.member_id FROM app.session() s $$;
--> statement-breakpoint
CREATE FUNCTION app.role() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
$$ SELECT s.role FROM app.session() s $$;
--> statement-breakpoint
CREATE FUNCTION app.patient_id() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
$$ SELECT s.patient_id FROM app.session() s $$;
--> statement-breakpoint
CREATE FUNCTION app.is_door() RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS
$$ SELECT EXISTS (SELECT FROM app.keys k WHERE k.kind = 'door' AND k.hash = app.identity()) $$;
--> statement-breakpoint
CREATE FUNCTION app.require_door() RETURNS void LANGUAGE plpgsql STABLE SET search_path = '' AS $$
BEGIN
  IF NOT app.is_door() THEN RAISE EXCEPTION 'not at the door' USING ERRCODE = 'insufficient_privilege'; END IF;
END $$;
--> statement-breakpoint
-- The session behind the request, and a note that it was used (at most one write a minute).
CREATE FUNCTION app.resume() RETURNS TABLE (clinic_id uuid, clinic_name text, is_demo boolean, session_id uuid, account_id uuid,
  member_id uuid, role text, patient_id uuid, name text, time_zone text, pending boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.sessions s SET last_seen_at = now()
  WHERE s.id = (SELECT x.session_id FROM app.session() x) AND s.clinic_id = (SELECT x.clinic_id FROM app.session() x)
    AND s.last_seen_at < now() - interval '1 minute' AND s.kind = 'person';
  RETURN QUERY
    SELECT x.clinic_id, c.name, c.is_demo, x.session_id, x.account_id, x.member_id, x.role, x.patient_id,
      coalesce(m.name, 'Plumbline'), coalesce(p.time_zone, c.time_zone), false
    FROM app.session() x
    JOIN public.clinics c ON c.id = x.clinic_id
    LEFT JOIN public.memberships m ON m.clinic_id = x.clinic_id AND m.id = x.member_id
    LEFT JOIN public.patients p ON p.clinic_id = x.clinic_id AND p.id = x.patient_id;
  IF FOUND THEN RETURN; END IF;
  RETURN QUERY
    SELECT s.clinic_id, NULL::text, false, s.id, NULL::uuid, NULL::uuid, NULL::text, NULL::uuid, NULL::text, NULL::text, true
    FROM public.sessions s
    WHERE s.token_hash = app.identity() AND s.revoked_at IS NULL AND s.second_factor_pending AND s.expires_at > now();
END $$;
--> statement-breakpoint

-- ---------------------------------------------------------------------------------------------------------------------
-- The audit trail: a chain of hashes a clinic.
CREATE FUNCTION app.audit_hash(e public.audit_events) RETURNS text LANGUAGE sql STABLE SET search_path = '' AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(e.previous_hash, e.clinic_id, e.seq, e.id,
    to_char(e.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), to_char(e.recorded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    e.actor_membership_id, e.actor_role, e.action, e.subject_type, e.subject_id, e.patient_id, e.detail)::text, 'UTF8')), 'hex')
$$;
--> statement-breakpoint
CREATE FUNCTION app.audit_link(p_clinic uuid, p_member uuid, p_role text, p_id uuid, p_at timestamptz, p_action text,
  p_subject_type text, p_subject uuid, p_patient uuid, p_detail jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE head public.audit_heads; e public.audit_events;
BEGIN
  INSERT INTO public.audit_heads (clinic_id, seq, hash) VALUES (p_clinic, 0, '') ON CONFLICT DO NOTHING;
  SELECT * INTO head FROM public.audit_heads h WHERE h.clinic_id = p_clinic FOR UPDATE;
  e := ROW(p_clinic, p_id, head.seq + 1, p_at, clock_timestamp(), p_member, p_role, p_action, p_subject_type, p_subject,
    p_patient, p_detail, head.hash, '')::public.audit_events;
  e.hash := app.audit_hash(e);
  INSERT INTO public.audit_events SELECT (e).*;
  UPDATE public.audit_heads h SET seq = e.seq, hash = e.hash WHERE h.clinic_id = p_clinic;
END $$;
--> statement-breakpoint
-- What the portal may call: the actor is the session's own, never an argument.
CREATE FUNCTION app.audit_append(p_id uuid, p_at timestamptz, p_action text, p_subject_type text, p_subject uuid, p_patient uuid,
  p_detail jsonb) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE x record;
BEGIN
  SELECT * INTO x FROM app.session();
  IF NOT FOUND THEN RAISE EXCEPTION 'no session' USING ERRCODE = 'insufficient_privilege'; END IF;
  PERFORM app.audit_link(x.clinic_id, x.member_id, x.role, p_id, p_at, p_action, p_subject_type, p_subject, p_patient, p_detail);
END $$;
--> statement-breakpoint
-- Walks a clinic's chain and names each link that does not fit. Nothing returned means the chain is whole.
CREATE FUNCTION app.audit_verify(p_clinic uuid) RETURNS TABLE (seq bigint, problem text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
DECLARE e public.audit_events; head public.audit_heads; previous text := ''; expected bigint := 1;
BEGIN
  FOR e IN SELECT * FROM public.audit_events a WHERE a.clinic_id = p_clinic ORDER BY a.seq LOOP
    IF e.seq <> expected THEN seq := expected; problem := 'missing'; RETURN NEXT; END IF;
    IF e.previous_hash <> previous THEN seq := e.seq; problem := 'does not follow the one before'; RETURN NEXT; END IF;
    IF e.hash <> app.audit_hash(e) THEN seq := e.seq; problem := 'changed after it was written'; RETURN NEXT; END IF;
    previous := e.hash; expected := e.seq + 1;
  END LOOP;
  SELECT * INTO head FROM public.audit_heads h WHERE h.clinic_id = p_clinic;
  IF coalesce(head.hash, '') <> previous OR coalesce(head.seq, 0) <> expected - 1 THEN
    seq := expected; problem := 'the end of the chain is not where it was left'; RETURN NEXT;
  END IF;
END $$;
--> statement-breakpoint

-- ---------------------------------------------------------------------------------------------------------------------
-- The doors: what can be reached before anybody is signed in. Each asks for the door key first.
CREATE FUNCTION app.note_attempt(p_key text, p_most integer, p_window interval) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE recent integer;
BEGIN
  PERFORM app.require_door();
  PERFORM pg_advisory_xact_lock(hashtextextended(p_key, 7));
  -- No window is longer than a day: what is older counts for nobody, and tries at invented addresses must not pile up.
  DELETE FROM public.sign_in_attempts a WHERE a.at <= now() - interval '1 day' OR (a.account_key = p_key AND a.at <= now() - p_window);
  SELECT count(*) INTO recent FROM public.sign_in_attempts a WHERE a.account_key = p_key;
  IF recent >= p_most THEN RETURN false; END IF;
  INSERT INTO public.sign_in_attempts (account_key) VALUES (p_key);
  RETURN true;
END $$;
--> statement-breakpoint
CREATE FUNCTION app.forget_attempts(p_key text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM app.require_door();
  DELETE FROM public.sign_in_attempts a WHERE a.account_key = p_key;
END $$;
--> statement-breakpoint
CREATE FUNCTION app.find_account(p_email text) RETURNS TABLE (account_id uuid, password_hash text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM app.require_door();
  RETURN QUERY SELECT a.id, a.password_hash FROM public.accounts a WHERE a.email = p_email;
END $$;
--> statement-breakpoint
-- Session lengths: staff 12 h and 1 h idle; patients 30 days; between password and code 10 minutes.
CREATE FUNCTION app.insert_session(p_clinic uuid, p_membership uuid, p_id uuid, p_token_hash text, p_device text, p_pending boolean)
RETURNS void LANGUAGE sql SET search_path = '' AS $$
  INSERT INTO public.sessions (clinic_id, id, kind, account_id, membership_id, token_hash, second_factor_pending, device, expires_at, idle_seconds)
  SELECT m.clinic_id, p_id, 'person', m.account_id, m.id, p_token_hash, p_pending, left(p_device, 200),
    now() + CASE WHEN p_pending THEN interval '10 minutes' WHEN m.role = 'patient' THEN interval '30 days' ELSE interval '12 hours' END,
    CASE WHEN m.role = 'patient' THEN NULL ELSE 3600 END
  FROM public.memberships m WHERE m.clinic_id = p_clinic AND m.id = p_membership
$$;
--> statement-breakpoint
-- Opens a session for an account whose password was just checked, in the membership used last. No row: no active membership.
CREATE FUNCTION app.open_session(p_account uuid, p_id uuid, p_token_hash text, p_device text, p_audit_id uuid)
RETURNS TABLE (role text, pending boolean) LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE m public.memberships; needs_code boolean;
BEGIN
  PERFORM app.require_door();
  SELECT x.* INTO m FROM public.memberships x
    LEFT JOIN public.sessions s ON s.clinic_id = x.clinic_id AND s.membership_id = x.id
    WHERE x.account_id = p_account AND x.disabled_at IS NULL
    ORDER BY s.created_at DESC NULLS LAST, x.created_at DESC LIMIT 1;
  IF NOT FOUND THEN RETURN; END IF;
  needs_code := EXISTS (SELECT FROM public.one_time_code_secrets o WHERE o.account_id = p_account AND o.confirmed_at IS NOT NULL);
  PERFORM app.insert_session(m.clinic_id, m.id, p_id, p_token_hash, p_device, needs_code);
  IF NOT needs_code THEN
    PERFORM app.audit_link(m.clinic_id, m.id, m.role, p_audit_id, clock_timestamp(), 'access.sign-in', 'session', p_id, NULL, '{}');
  END IF;
  RETURN QUERY SELECT m.role, needs_code;
END $$;
--> statement-breakpoint
CREATE FUNCTION app.pending_secret(p_token_hash text) RETURNS TABLE (account_id uuid, secret_encrypted text, last_step bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM app.require_door();
  RETURN QUERY SELECT o.account_id, o.secret_encrypted, o.last_step
    FROM public.sessions s JOIN public.one_time_code_secrets o ON o.account_id = s.account_id
    WHERE s.token_hash = p_token_hash AND s.second_factor_pending AND s.revoked_at IS NULL AND s.expires_at > now();
END $$;
--> statement-breakpoint
-- Exchanges a pending session for a whole one with a new token. The code's time step, or the recovery code, is used up in
-- the same statement, so that of many at once only one succeeds.
CREATE FUNCTION app.complete_second_factor(p_token_hash text, p_step bigint, p_recovery_hash text, p_id uuid, p_new_hash text,
  p_audit_id uuid) RETURNS TABLE (role text) LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE s public.sessions; m public.memberships;
BEGIN
  PERFORM app.require_door();
  SELECT x.* INTO s FROM public.sessions x WHERE x.token_hash = p_token_hash AND x.second_factor_pending
    AND x.revoked_at IS NULL AND x.expires_at > now() FOR UPDATE;
  IF NOT FOUND THEN RETURN; END IF;
  IF p_step IS NOT NULL THEN
    UPDATE public.one_time_code_secrets o SET last_step = p_step
      WHERE o.account_id = s.account_id AND o.last_step < p_step AND o.confirmed_at IS NOT NULL;
  ELSE
    UPDATE public.recovery_codes r SET used_at = now()
      WHERE r.account_id = s.account_id AND r.code_hash = p_recovery_hash AND r.used_at IS NULL;
  END IF;
  IF NOT FOUND THEN RETURN; END IF;
  SELECT x.* INTO m FROM public.memberships x WHERE x.clinic_id = s.clinic_id AND x.id = s.membership_id AND x.disabled_at IS NULL;
  IF NOT FOUND THEN RETURN; END IF;
  UPDATE public.sessions x SET revoked_at = now() WHERE x.clinic_id = s.clinic_id AND x.id = s.id;
  PERFORM app.insert_session(m.clinic_id, m.id, p_id, p_new_hash, s.device, false);
  PERFORM app.audit_link(m.clinic_id, m.id, m.role, p_audit_id, clock_timestamp(), 'access.sign-in', 'session', p_id, NULL,
    jsonb_build_object('second_factor', CASE WHEN p_step IS NULL THEN 'recovery-code' ELSE 'one-time-code' END));
  RETURN QUERY SELECT m.role;
END $$;
--> statement-breakpoint
CREATE FUNCTION app.find_invitation(p_token_hash text, p_now timestamptz) RETURNS TABLE (clinic_name text, role text, name text, email text,
  state text, has_account boolean) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM app.require_door();
  RETURN QUERY SELECT c.name, i.role, i.name, i.email,
      CASE WHEN i.redeemed_at IS NOT NULL THEN 'used' WHEN i.withdrawn_at IS NOT NULL THEN 'withdrawn'
        WHEN i.expires_at <= p_now THEN 'expired' ELSE 'open' END,
      EXISTS (SELECT FROM public.accounts a WHERE a.email = i.email)
    FROM public.invitations i JOIN public.clinics c ON c.id = i.clinic_id WHERE i.token_hash = p_token_hash;
END $$;
--> statement-breakpoint
-- Redeems an invitation once. p_account is the id of an account whose password was just checked, or NULL with a hash for a new one.
CREATE FUNCTION app.redeem_invitation(p_token_hash text, p_now timestamptz, p_account uuid, p_new_account uuid, p_password_hash text,
  p_membership uuid, p_audit_id uuid) RETURNS TABLE (role text, email text) LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE i public.invitations; account uuid := p_account; member uuid := p_membership;
BEGIN
  PERFORM app.require_door();
  UPDATE public.invitations x SET redeemed_at = p_now
    WHERE x.token_hash = p_token_hash AND x.redeemed_at IS NULL AND x.withdrawn_at IS NULL AND x.expires_at > p_now
    RETURNING x.* INTO i;
  IF NOT FOUND THEN RETURN; END IF;
  IF account IS NULL THEN
    INSERT INTO public.accounts (id, email, password_hash) VALUES (p_new_account, i.email, p_password_hash);
    account := p_new_account;
  ELSIF NOT EXISTS (SELECT FROM public.accounts a WHERE a.id = account AND a.email = i.email) THEN
    RAISE EXCEPTION 'account and invitation differ' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO public.memberships (clinic_id, id, account_id, role, name, email)
    VALUES (i.clinic_id, member, account, i.role, i.name, i.email) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    SELECT m.id INTO member FROM public.memberships m WHERE m.clinic_id = i.clinic_id AND m.account_id = account AND m.role = i.role;
  END IF;
  IF i.patient_id IS NOT NULL THEN
    UPDATE public.patients p SET membership_id = member WHERE p.clinic_id = i.clinic_id AND p.id = i.patient_id;
  END IF;
  PERFORM app.audit_link(i.clinic_id, member, i.role, p_audit_id, p_now, 'identity.redeem-invitation', 'invitation', i.id, i.patient_id, '{}');
  RETURN QUERY SELECT i.role, i.email;
END $$;
--> statement-breakpoint
-- Writes the reset and its mail when the account exists, and nothing when it does not; the caller cannot tell. Anybody may read
-- the mail of a demonstration clinic, so the link of somebody who has a place in a real one never goes there.
CREATE FUNCTION app.request_reset(p_email text, p_id uuid, p_token_hash text, p_mail_id uuid, p_subject text, p_body text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE account uuid; clinic uuid;
BEGIN
  PERFORM app.require_door();
  SELECT a.id INTO account FROM public.accounts a WHERE a.email = p_email;
  SELECT m.clinic_id INTO clinic FROM public.memberships m JOIN public.clinics c ON c.id = m.clinic_id
    WHERE m.account_id = account AND m.disabled_at IS NULL
      AND (NOT c.is_demo OR NOT EXISTS (SELECT FROM public.memberships o JOIN public.clinics d ON d.id = o.clinic_id
        WHERE o.account_id = account AND NOT d.is_demo))
    ORDER BY m.created_at DESC LIMIT 1;
  IF clinic IS NULL THEN RETURN; END IF;
  INSERT INTO public.password_resets (id, account_id, token_hash, expires_at) VALUES (p_id, account, p_token_hash, now() + interval '1 hour');
  INSERT INTO public.outbox (clinic_id, id, kind, to_address, subject, body, created_at)
    VALUES (clinic, p_mail_id, 'password-reset', p_email, p_subject, p_body, now());
END $$;
--> statement-breakpoint
CREATE FUNCTION app.find_reset(p_token_hash text) RETURNS TABLE (state text) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM app.require_door();
  RETURN QUERY SELECT CASE WHEN r.redeemed_at IS NOT NULL THEN 'used' WHEN r.expires_at <= now() THEN 'expired' ELSE 'open' END
    FROM public.password_resets r WHERE r.token_hash = p_token_hash;
END $$;
--> statement-breakpoint
-- Sets the new password once, and ends every session the account has. Returns the e-mail, or nothing.
CREATE FUNCTION app.redeem_reset(p_token_hash text, p_password_hash text, p_audit_id uuid) RETURNS TABLE (email text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE account uuid; m public.memberships;
BEGIN
  PERFORM app.require_door();
  UPDATE public.password_resets r SET redeemed_at = now()
    WHERE r.token_hash = p_token_hash AND r.redeemed_at IS NULL AND r.expires_at > now() RETURNING r.account_id INTO account;
  IF NOT FOUND THEN RETURN; END IF;
  UPDATE public.accounts a SET password_hash = p_password_hash, password_changed_at = now() WHERE a.id = account;
  UPDATE public.sessions s SET revoked_at = now() WHERE s.account_id = account AND s.revoked_at IS NULL;
  FOR m IN SELECT x.* FROM public.memberships x WHERE x.account_id = account ORDER BY x.created_at DESC LIMIT 1 LOOP
    PERFORM app.audit_link(m.clinic_id, m.id, m.role, p_audit_id, clock_timestamp(), 'access.reset-password', 'account', account, NULL, '{}');
  END LOOP;
  RETURN QUERY SELECT a.email FROM public.accounts a WHERE a.id = account;
END $$;
--> statement-breakpoint
-- Moves the signed-in person to another of their own memberships, under a new token.
CREATE FUNCTION app.switch_membership(p_clinic uuid, p_membership uuid, p_id uuid, p_new_hash text, p_audit_id uuid)
RETURNS TABLE (role text) LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE x record; m public.memberships; old public.sessions;
BEGIN
  SELECT * INTO x FROM app.session();
  IF NOT FOUND OR x.account_id IS NULL THEN RETURN; END IF;
  SELECT y.* INTO m FROM public.memberships y
    WHERE y.clinic_id = p_clinic AND y.id = p_membership AND y.account_id = x.account_id AND y.disabled_at IS NULL;
  IF NOT FOUND THEN RETURN; END IF;
  UPDATE public.sessions s SET revoked_at = now() WHERE s.clinic_id = x.clinic_id AND s.id = x.session_id RETURNING s.* INTO old;
  PERFORM app.insert_session(m.clinic_id, m.id, p_id, p_new_hash, old.device, false);
  -- Going from place to place never makes a sign-in last longer.
  UPDATE public.sessions s SET expires_at = least(s.expires_at, old.expires_at) WHERE s.clinic_id = m.clinic_id AND s.id = p_id;
  PERFORM app.audit_link(m.clinic_id, m.id, m.role, p_audit_id, clock_timestamp(), 'access.switch-membership', 'session', p_id, NULL, '{}');
  RETURN QUERY SELECT m.role;
END $$;
--> statement-breakpoint
-- The signed-in person's other places, for the choice of where to go.
CREATE FUNCTION app.own_memberships() RETURNS TABLE (clinic_id uuid, id uuid, role text, clinic_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
  SELECT m.clinic_id, m.id, m.role, c.name FROM public.memberships m JOIN public.clinics c ON c.id = m.clinic_id
  WHERE m.account_id = app.account_id() AND m.disabled_at IS NULL ORDER BY c.name, m.role
$$;
--> statement-breakpoint
CREATE FUNCTION app.demo_clinics() RETURNS TABLE (clinic_id uuid) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM app.require_door();
  RETURN QUERY SELECT c.id FROM public.clinics c WHERE c.is_demo ORDER BY c.created_at;
END $$;
--> statement-breakpoint
-- Gives a clinic its system actor, or renews its token. For the migration role only.
CREATE FUNCTION app.register_system_session(p_clinic uuid, p_id uuid, p_token_hash text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.sessions s SET token_hash = p_token_hash, expires_at = now() + interval '100 years'
    WHERE s.clinic_id = p_clinic AND s.kind = 'system';
  IF FOUND THEN RETURN; END IF;
  INSERT INTO public.sessions (clinic_id, id, kind, token_hash, expires_at)
    VALUES (p_clinic, p_id, 'system', p_token_hash, now() + interval '100 years');
END $$;
--> statement-breakpoint
-- Sessions of a disabled member end for good: letting the member back in does not wake them.
CREATE FUNCTION app.end_sessions_of_member() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.sessions s SET revoked_at = now()
    WHERE s.clinic_id = NEW.clinic_id AND s.membership_id = NEW.id AND s.revoked_at IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER end_sessions AFTER UPDATE OF disabled_at ON public.memberships FOR EACH ROW WHEN (NEW.disabled_at IS NOT NULL)
  EXECUTE FUNCTION app.end_sessions_of_member();
--> statement-breakpoint
-- A changed password makes every reset link sent before it worthless.
CREATE FUNCTION app.end_resets_of_account() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  UPDATE public.password_resets r SET redeemed_at = now() WHERE r.account_id = NEW.id AND r.redeemed_at IS NULL;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER end_resets AFTER UPDATE OF password_hash ON public.accounts FOR EACH ROW EXECUTE FUNCTION app.end_resets_of_account();
--> statement-breakpoint
-- Hand every function that looks further than its caller to plumbline_definer.
DO $$ DECLARE f record; BEGIN
  FOR f IN SELECT p.oid::regprocedure AS signature FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'app'
  LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO plumbline_definer', f.signature);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f.signature);
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA app FROM plumbline_definer;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.identity(), app.session(), app.clinic_id(), app.account_id(), app.member_id(), app.role(), app.patient_id(),
  app.resume(), app.audit_append(uuid, timestamptz, text, text, uuid, uuid, jsonb),
  app.note_attempt(text, integer, interval), app.forget_attempts(text), app.find_account(text),
  app.open_session(uuid, uuid, text, text, uuid), app.pending_secret(text),
  app.complete_second_factor(text, bigint, text, uuid, text, uuid), app.find_invitation(text, timestamptz),
  app.redeem_invitation(text, timestamptz, uuid, uuid, text, uuid, uuid), app.request_reset(text, uuid, text, uuid, text, text),
  app.find_reset(text), app.redeem_reset(text, text, uuid), app.switch_membership(uuid, uuid, uuid, text, uuid),
  app.own_memberships(), app.demo_clinics() TO plumbline_app;
--> statement-breakpoint

-- ---------------------------------------------------------------------------------------------------------------------
-- What the portal's role may do at all: no TRUNCATE anywhere, no UPDATE or DELETE of what was reported or published.
GRANT SELECT ON clinics, accounts, memberships, patients, invitations, audit_events, library_items, library_versions,
  instruments, instrument_versions, protocols, protocol_versions, plans, plan_drafts, plan_versions, phases, plan_items,
  practice_logs, reading_receipts, response_drafts, draft_answers, responses, scores, receipts, outbox, one_time_code_secrets,
  recovery_codes TO plumbline_app;
--> statement-breakpoint
GRANT SELECT (clinic_id, id, kind, account_id, membership_id, second_factor_pending, device, created_at, last_seen_at, expires_at,
  idle_seconds, revoked_at) ON sessions TO plumbline_app;
--> statement-breakpoint
GRANT INSERT ON patients, invitations, library_items, library_versions, instruments, instrument_versions, protocols,
  protocol_versions, plans, plan_drafts, plan_versions, phases, plan_items, practice_logs, reading_receipts, response_drafts,
  draft_answers, responses, scores, receipts, outbox, one_time_code_secrets, recovery_codes TO plumbline_app;
--> statement-breakpoint
GRANT UPDATE (password_hash, password_changed_at) ON accounts TO plumbline_app;
--> statement-breakpoint
GRANT UPDATE (disabled_at) ON memberships TO plumbline_app;
--> statement-breakpoint
GRANT UPDATE (name, date_of_birth, email, region, side, goal, time_zone) ON patients TO plumbline_app;
--> statement-breakpoint
GRANT UPDATE (withdrawn_at) ON invitations TO plumbline_app;
--> statement-breakpoint
GRANT UPDATE (revoked_at) ON sessions TO plumbline_app;
--> statement-breakpoint
GRANT UPDATE (secret_encrypted, confirmed_at, created_at, last_step), DELETE ON one_time_code_secrets TO plumbline_app;
--> statement-breakpoint
GRANT DELETE ON recovery_codes TO plumbline_app;
--> statement-breakpoint
GRANT UPDATE (retired_at) ON library_items, instruments, protocols TO plumbline_app;
--> statement-breakpoint
GRANT UPDATE (starts_on, ends_on, current_version) ON plans TO plumbline_app;
--> statement-breakpoint
GRANT UPDATE (base_version, revision, body, updated_at, updated_by), DELETE ON plan_drafts TO plumbline_app;
--> statement-breakpoint
GRANT UPDATE (submitted_at) ON response_drafts TO plumbline_app;
--> statement-breakpoint
GRANT UPDATE (value, answered_at) ON draft_answers TO plumbline_app;
--> statement-breakpoint
GRANT UPDATE (result) ON receipts TO plumbline_app;
--> statement-breakpoint
GRANT UPDATE (sent_at) ON outbox TO plumbline_app;
--> statement-breakpoint

-- ---------------------------------------------------------------------------------------------------------------------
-- Policies. (select fn()) makes each identity function run once a statement.
CREATE POLICY own_clinic ON clinics FOR SELECT TO plumbline_app USING (id = (SELECT app.clinic_id()));
--> statement-breakpoint
CREATE POLICY own_account ON accounts TO plumbline_app USING (id = (SELECT app.account_id())) WITH CHECK (id = (SELECT app.account_id()));
--> statement-breakpoint
CREATE POLICY clinic_members ON memberships FOR SELECT TO plumbline_app USING (clinic_id = (SELECT app.clinic_id())
  AND ((SELECT app.role()) IN ('clinician', 'admin', 'system') OR id = (SELECT app.member_id()) OR role <> 'patient'));
--> statement-breakpoint
CREATE POLICY admin_changes ON memberships FOR UPDATE TO plumbline_app
  USING (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'admin')
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'admin');
--> statement-breakpoint
CREATE POLICY staff_or_self ON patients FOR SELECT TO plumbline_app USING (clinic_id = (SELECT app.clinic_id())
  AND ((SELECT app.role()) IN ('clinician', 'admin', 'system') OR id = (SELECT app.patient_id())));
--> statement-breakpoint
CREATE POLICY clinician_adds ON patients FOR INSERT TO plumbline_app
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician');
--> statement-breakpoint
CREATE POLICY clinician_changes ON patients FOR UPDATE TO plumbline_app
  USING (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician')
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician');
--> statement-breakpoint
CREATE POLICY inviters ON invitations TO plumbline_app
  USING (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = CASE WHEN role = 'patient' THEN 'clinician' ELSE 'admin' END)
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = CASE WHEN role = 'patient' THEN 'clinician' ELSE 'admin' END);
--> statement-breakpoint
CREATE POLICY own_sessions ON sessions FOR SELECT TO plumbline_app USING (account_id = (SELECT app.account_id()));
--> statement-breakpoint
CREATE POLICY end_own_sessions ON sessions FOR UPDATE TO plumbline_app
  USING (account_id = (SELECT app.account_id())) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY own_secret ON one_time_code_secrets TO plumbline_app
  USING (account_id = (SELECT app.account_id())) WITH CHECK (account_id = (SELECT app.account_id()));
--> statement-breakpoint
CREATE POLICY own_codes ON recovery_codes TO plumbline_app
  USING (account_id = (SELECT app.account_id())) WITH CHECK (account_id = (SELECT app.account_id()));
--> statement-breakpoint
CREATE POLICY readers ON audit_events FOR SELECT TO plumbline_app USING (clinic_id = (SELECT app.clinic_id())
  AND ((SELECT app.role()) = 'admin' OR patient_id = (SELECT app.patient_id())));
--> statement-breakpoint
DO $$ DECLARE t text; BEGIN
  -- What a clinic hands out: seen by everybody in it, written by its system actor when content is brought in.
  FOREACH t IN ARRAY ARRAY['library_items', 'library_versions', 'instruments', 'instrument_versions', 'protocols', 'protocol_versions'] LOOP
    EXECUTE format('CREATE POLICY in_clinic ON public.%I FOR SELECT TO plumbline_app USING (clinic_id = (SELECT app.clinic_id()))', t);
    EXECUTE format($p$CREATE POLICY system_adds ON public.%I FOR INSERT TO plumbline_app
      WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'system')$p$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['library_items', 'instruments', 'protocols'] LOOP
    EXECUTE format($p$CREATE POLICY system_changes ON public.%I FOR UPDATE TO plumbline_app
      USING (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'system')
      WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'system')$p$, t);
  END LOOP;
  -- A patient's record: seen by the clinic's clinicians and by the patient.
  FOREACH t IN ARRAY ARRAY['plans', 'plan_versions', 'phases', 'plan_items', 'practice_logs', 'reading_receipts', 'responses', 'scores'] LOOP
    EXECUTE format($p$CREATE POLICY clinician_or_self ON public.%I FOR SELECT TO plumbline_app USING (clinic_id = (SELECT app.clinic_id())
      AND ((SELECT app.role()) = 'clinician' OR patient_id = (SELECT app.patient_id())))$p$, t);
  END LOOP;
  -- Written by clinicians.
  FOREACH t IN ARRAY ARRAY['plans', 'plan_versions', 'phases', 'plan_items'] LOOP
    EXECUTE format($p$CREATE POLICY clinician_adds ON public.%I FOR INSERT TO plumbline_app
      WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician')$p$, t);
  END LOOP;
  -- Written by the patient about themselves.
  FOREACH t IN ARRAY ARRAY['practice_logs', 'reading_receipts', 'responses', 'scores', 'response_drafts'] LOOP
    EXECUTE format($p$CREATE POLICY patient_adds ON public.%I FOR INSERT TO plumbline_app
      WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND patient_id = (SELECT app.patient_id()))$p$, t);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY clinician_changes ON plans FOR UPDATE TO plumbline_app
  USING (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician')
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician');
--> statement-breakpoint
CREATE POLICY clinicians ON plan_drafts TO plumbline_app
  USING (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician')
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician');
--> statement-breakpoint
CREATE POLICY patient_reads ON response_drafts FOR SELECT TO plumbline_app
  USING (clinic_id = (SELECT app.clinic_id()) AND patient_id = (SELECT app.patient_id()));
--> statement-breakpoint
CREATE POLICY patient_changes ON response_drafts FOR UPDATE TO plumbline_app
  USING (clinic_id = (SELECT app.clinic_id()) AND patient_id = (SELECT app.patient_id()))
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND patient_id = (SELECT app.patient_id()));
--> statement-breakpoint
CREATE POLICY own_draft ON draft_answers TO plumbline_app
  USING (clinic_id = (SELECT app.clinic_id()) AND EXISTS (SELECT FROM response_drafts d WHERE d.clinic_id = draft_answers.clinic_id AND d.id = draft_answers.draft_id))
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND EXISTS (SELECT FROM response_drafts d WHERE d.clinic_id = draft_answers.clinic_id AND d.id = draft_answers.draft_id));
--> statement-breakpoint
CREATE POLICY own_receipts ON receipts TO plumbline_app
  USING (clinic_id = (SELECT app.clinic_id()) AND membership_id = (SELECT app.member_id()))
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND membership_id = (SELECT app.member_id()));
--> statement-breakpoint
CREATE POLICY members_add ON outbox FOR INSERT TO plumbline_app WITH CHECK (clinic_id = (SELECT app.clinic_id()));
--> statement-breakpoint
CREATE POLICY system_reads ON outbox FOR SELECT TO plumbline_app
  USING (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'system');
--> statement-breakpoint
CREATE POLICY system_changes ON outbox FOR UPDATE TO plumbline_app
  USING (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'system')
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'system');
