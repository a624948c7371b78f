ALTER TABLE "responses" ADD COLUMN "declined" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
-- What was sent before is known from the copies it was sent from: they still hold what the person chose not to answer.
UPDATE "responses" AS r SET "declined" = sent."declined"
FROM (
  SELECT d."clinic_id", d."patient_id", d."item_key", d."due_on", d."corrects_id", jsonb_agg(a."item_id" ORDER BY a."item_id") AS "declined"
  FROM "response_drafts" d JOIN "draft_answers" a ON a."clinic_id" = d."clinic_id" AND a."draft_id" = d."id"
  WHERE d."submitted_at" IS NOT NULL AND a."value" IS NULL
  GROUP BY d."clinic_id", d."id"
) AS sent
WHERE r."source" = 'portal' AND r."clinic_id" = sent."clinic_id" AND r."patient_id" = sent."patient_id" AND r."item_key" = sent."item_key"
  AND r."due_on" = sent."due_on" AND r."corrects_id" IS NOT DISTINCT FROM sent."corrects_id";
