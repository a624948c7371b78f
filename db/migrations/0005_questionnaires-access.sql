-- Who may see and change what questionnaires hold since they can be sent, entered from paper, corrected and brought in.
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['questionnaire_requests', 'response_reviews'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT ON questionnaire_requests, response_reviews TO plumbline_app;
--> statement-breakpoint
GRANT UPDATE (withdrawn_at) ON questionnaire_requests TO plumbline_app;
--> statement-breakpoint
GRANT UPDATE (named) ON draft_answers TO plumbline_app;
--> statement-breakpoint
CREATE POLICY clinician_or_self ON questionnaire_requests FOR SELECT TO plumbline_app USING (clinic_id = (SELECT app.clinic_id())
  AND ((SELECT app.role()) = 'clinician' OR patient_id = (SELECT app.patient_id())));
--> statement-breakpoint
CREATE POLICY clinician_adds ON questionnaire_requests FOR INSERT TO plumbline_app
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician' AND sent_by = (SELECT app.member_id()));
--> statement-breakpoint
CREATE POLICY clinician_changes ON questionnaire_requests FOR UPDATE TO plumbline_app
  USING (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician')
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician');
--> statement-breakpoint
-- A note between clinicians: the patient's own pages do not show it.
CREATE POLICY clinicians ON response_reviews FOR SELECT TO plumbline_app
  USING (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician');
--> statement-breakpoint
CREATE POLICY clinician_adds ON response_reviews FOR INSERT TO plumbline_app
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician' AND reviewed_by = (SELECT app.member_id()));
--> statement-breakpoint
-- A clinician enters answers from paper and brings in past results, under their own name and marked as what they are.
CREATE POLICY clinician_enters ON responses FOR INSERT TO plumbline_app
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician' AND submitted_by = (SELECT app.member_id())
    AND source IN ('paper', 'import'));
--> statement-breakpoint
CREATE POLICY clinician_enters ON scores FOR INSERT TO plumbline_app
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician'
    AND EXISTS (SELECT FROM responses r WHERE r.clinic_id = scores.clinic_id AND r.id = scores.response_id
      AND r.patient_id = scores.patient_id AND r.source IN ('paper', 'import') AND r.submitted_by = (SELECT app.member_id())));
--> statement-breakpoint
-- Words a clinic has a licence for stand beside what ships, and clinicians may put either out of sight. What ships is written by the
-- system actor alone.
CREATE POLICY clinician_adds ON instruments FOR INSERT TO plumbline_app
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician' AND origin = 'licensed');
--> statement-breakpoint
CREATE POLICY clinician_retires ON instruments FOR UPDATE TO plumbline_app
  USING (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician')
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician');
--> statement-breakpoint
CREATE POLICY clinician_adds ON instrument_versions FOR INSERT TO plumbline_app
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician' AND written_by_id = (SELECT app.member_id())
    AND EXISTS (SELECT FROM instruments i WHERE i.clinic_id = instrument_versions.clinic_id AND i.id = instrument_versions.instrument_id
      AND i.origin = 'licensed'));
