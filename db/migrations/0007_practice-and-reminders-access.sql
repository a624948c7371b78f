-- Who may see and change sessions, pauses, decisions, reminders and calendar feeds; and the two doors that open without signing in.
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['practice_sessions', 'plan_pauses', 'suggestion_decisions', 'reminder_settings', 'push_subscriptions', 'reminders',
    'calendar_feeds'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT ON practice_sessions, plan_pauses, suggestion_decisions, reminder_settings, push_subscriptions, reminders, calendar_feeds
  TO plumbline_app;
--> statement-breakpoint
GRANT UPDATE (ends_on) ON plan_pauses TO plumbline_app;
--> statement-breakpoint
GRANT UPDATE (by_mail, by_push, times, weekdays, quiet_from, quiet_to, repeats, repeat_minutes, snoozed_until, off_token_hash, updated_at)
  ON reminder_settings TO plumbline_app;
--> statement-breakpoint
GRANT UPDATE (p256dh, auth, device, created_at, gone_at), DELETE ON push_subscriptions TO plumbline_app;
--> statement-breakpoint
GRANT UPDATE (attempts, claimed_until, sent_at, dropped_at, reason, fire_at), DELETE ON reminders TO plumbline_app;
--> statement-breakpoint
GRANT UPDATE (revoked_at) ON calendar_feeds TO plumbline_app;
--> statement-breakpoint
GRANT UPDATE (attempts, next_try_at, claimed_until, failed_at, last_error) ON outbox TO plumbline_app;
--> statement-breakpoint
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['practice_sessions', 'plan_pauses'] LOOP
    EXECUTE format($p$CREATE POLICY clinician_or_self ON public.%I FOR SELECT TO plumbline_app USING (clinic_id = (SELECT app.clinic_id())
      AND ((SELECT app.role()) = 'clinician' OR patient_id = (SELECT app.patient_id())))$p$, t);
  END LOOP;
  -- What a runner must know to remind somebody of what is due and to keep quiet when it is done.
  FOREACH t IN ARRAY ARRAY['plans', 'plan_versions', 'phases', 'plan_items', 'plan_pauses', 'practice_logs', 'reading_receipts', 'responses',
    'response_drafts', 'questionnaire_requests', 'reminder_settings', 'push_subscriptions', 'calendar_feeds'] LOOP
    EXECUTE format($p$CREATE POLICY system_reads ON public.%I FOR SELECT TO plumbline_app
      USING (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'system')$p$, t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['reminder_settings', 'push_subscriptions', 'calendar_feeds'] LOOP
    EXECUTE format($p$CREATE POLICY own ON public.%I TO plumbline_app
      USING (clinic_id = (SELECT app.clinic_id()) AND patient_id = (SELECT app.patient_id()))
      WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND patient_id = (SELECT app.patient_id()))$p$, t);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY patient_adds ON practice_sessions FOR INSERT TO plumbline_app
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND patient_id = (SELECT app.patient_id()) AND recorded_by = (SELECT app.member_id()));
--> statement-breakpoint
CREATE POLICY clinician_or_self_adds ON plan_pauses FOR INSERT TO plumbline_app
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND set_by = (SELECT app.member_id())
    AND ((SELECT app.role()) = 'clinician' OR patient_id = (SELECT app.patient_id())));
--> statement-breakpoint
CREATE POLICY clinician_or_self_changes ON plan_pauses FOR UPDATE TO plumbline_app
  USING (clinic_id = (SELECT app.clinic_id()) AND ((SELECT app.role()) = 'clinician' OR patient_id = (SELECT app.patient_id())))
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND ((SELECT app.role()) = 'clinician' OR patient_id = (SELECT app.patient_id())));
--> statement-breakpoint
CREATE POLICY clinicians ON suggestion_decisions TO plumbline_app
  USING (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician')
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician' AND decided_by = (SELECT app.member_id()));
--> statement-breakpoint
-- What the clinic saves of its own plans stands beside what ships, and only that can clinicians put out of use.
CREATE POLICY clinician_adds ON protocols FOR INSERT TO plumbline_app
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician' AND origin = 'clinic');
--> statement-breakpoint
CREATE POLICY clinician_retires ON protocols FOR UPDATE TO plumbline_app
  USING (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician' AND origin = 'clinic')
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician' AND origin = 'clinic');
--> statement-breakpoint
CREATE POLICY clinician_adds ON protocol_versions FOR INSERT TO plumbline_app
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician'
    AND EXISTS (SELECT FROM protocols p WHERE p.clinic_id = protocol_versions.clinic_id AND p.id = protocol_versions.protocol_id
      AND p.origin = 'clinic'));
--> statement-breakpoint
CREATE POLICY system_changes ON push_subscriptions FOR UPDATE TO plumbline_app
  USING (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'system')
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'system');
--> statement-breakpoint
CREATE POLICY system ON reminders TO plumbline_app
  USING (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'system')
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'system');
--> statement-breakpoint
CREATE POLICY self_reads ON reminders FOR SELECT TO plumbline_app
  USING (clinic_id = (SELECT app.clinic_id()) AND patient_id = (SELECT app.patient_id()));
--> statement-breakpoint
-- The hash of the link that turns mail off is put right after a change of APP_SECRET.
CREATE POLICY system_changes ON reminder_settings FOR UPDATE TO plumbline_app
  USING (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'system')
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'system');
--> statement-breakpoint

-- ---------------------------------------------------------------------------------------------------------------------
-- Doors: which clinics a runner is needed in, the link that turns mail off, and the address a calendar program reads.
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['reminder_settings', 'reminders', 'calendar_feeds'] LOOP
    EXECUTE format('CREATE POLICY definer ON public.%I TO plumbline_definer USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT (clinic_id, patient_id, by_mail, by_push, off_token_hash), UPDATE (by_mail, updated_at) ON reminder_settings TO plumbline_definer;
--> statement-breakpoint
GRANT SELECT (clinic_id, fire_at, claimed_until, sent_at, dropped_at) ON reminders TO plumbline_definer;
--> statement-breakpoint
GRANT SELECT (clinic_id, next_try_at, claimed_until, sent_at, failed_at) ON outbox TO plumbline_definer;
--> statement-breakpoint
GRANT SELECT (clinic_id, id, patient_id, token_hash, revoked_at) ON calendar_feeds TO plumbline_definer;
--> statement-breakpoint
GRANT CREATE ON SCHEMA app TO plumbline_definer;
--> statement-breakpoint
-- Leases are by this server's clock; what is due is by the portal's, which a demonstration may move.
CREATE FUNCTION app.clinics_to_serve(p_now timestamptz) RETURNS TABLE (clinic_id uuid, is_demo boolean, has_settings boolean,
  has_reminders boolean, has_mail boolean) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM app.require_door();
  RETURN QUERY SELECT c.id, c.is_demo,
      EXISTS (SELECT FROM public.reminder_settings s WHERE s.clinic_id = c.id AND (s.by_mail OR s.by_push)),
      EXISTS (SELECT FROM public.reminders r WHERE r.clinic_id = c.id AND r.sent_at IS NULL AND r.dropped_at IS NULL
        AND r.fire_at <= p_now AND (r.claimed_until IS NULL OR r.claimed_until <= clock_timestamp())),
      EXISTS (SELECT FROM public.outbox o WHERE o.clinic_id = c.id AND o.sent_at IS NULL AND o.failed_at IS NULL
        AND (o.next_try_at IS NULL OR o.next_try_at <= p_now) AND (o.claimed_until IS NULL OR o.claimed_until <= clock_timestamp()))
    FROM public.clinics c ORDER BY c.created_at, c.id;
END $$;
--> statement-breakpoint
-- True when the link belongs to somebody, whether or not mail was on; the caller never says which.
CREATE FUNCTION app.turn_off_reminders(p_token_hash text, p_now timestamptz, p_audit_id uuid) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
DECLARE s record;
BEGIN
  PERFORM app.require_door();
  SELECT x.clinic_id, x.patient_id, x.by_mail, p.membership_id INTO s FROM public.reminder_settings x
    JOIN public.patients p ON p.clinic_id = x.clinic_id AND p.id = x.patient_id WHERE x.off_token_hash = p_token_hash;
  IF NOT FOUND THEN RETURN false; END IF;
  IF s.by_mail THEN
    UPDATE public.reminder_settings x SET by_mail = false, updated_at = p_now WHERE x.clinic_id = s.clinic_id AND x.patient_id = s.patient_id;
    PERFORM app.audit_link(s.clinic_id, s.membership_id, 'patient', p_audit_id, p_now, 'jobs.turn-off-reminders', 'patient', s.patient_id,
      s.patient_id, '{}');
  END IF;
  RETURN true;
END $$;
--> statement-breakpoint
CREATE FUNCTION app.find_calendar(p_token_hash text) RETURNS TABLE (clinic_id uuid, feed_id uuid, patient_id uuid, time_zone text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
BEGIN
  PERFORM app.require_door();
  RETURN QUERY SELECT f.clinic_id, f.id, f.patient_id, p.time_zone FROM public.calendar_feeds f
    JOIN public.patients p ON p.clinic_id = f.clinic_id AND p.id = f.patient_id
    JOIN public.memberships m ON m.clinic_id = p.clinic_id AND m.id = p.membership_id
    WHERE f.token_hash = p_token_hash AND f.revoked_at IS NULL AND m.disabled_at IS NULL;
END $$;
--> statement-breakpoint
DO $$ DECLARE f text; BEGIN
  FOREACH f IN ARRAY ARRAY['app.clinics_to_serve(timestamptz)', 'app.turn_off_reminders(text, timestamptz, uuid)', 'app.find_calendar(text)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO plumbline_definer', f);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO plumbline_app', f);
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE CREATE ON SCHEMA app FROM plumbline_definer;
