CREATE TABLE "questionnaire_requests" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"instrument_version_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"window_days" integer,
	"note" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"sent_by" uuid NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "questionnaire_requests_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "response_reviews" (
	"clinic_id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"note" text NOT NULL,
	"reviewed_at" timestamp with time zone NOT NULL,
	"reviewed_by" uuid NOT NULL,
	CONSTRAINT "response_reviews_clinic_id_response_id_pk" PRIMARY KEY("clinic_id","response_id")
);
--> statement-breakpoint
ALTER TABLE "response_drafts" DROP CONSTRAINT "response_drafts_occurrence";--> statement-breakpoint
ALTER TABLE "draft_answers" ADD COLUMN "named" text;--> statement-breakpoint
ALTER TABLE "instrument_versions" ADD COLUMN "written_by_id" uuid;--> statement-breakpoint
ALTER TABLE "response_drafts" ADD COLUMN "corrects_id" uuid;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "named" jsonb;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "source" text DEFAULT 'portal' NOT NULL;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "answered_on" date;--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "flags" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "scores" ADD COLUMN "raw_min" double precision DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "scores" ADD COLUMN "band" text;--> statement-breakpoint
ALTER TABLE "questionnaire_requests" ADD CONSTRAINT "questionnaire_requests_clinic_id_patient_id_patients_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patients"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaire_requests" ADD CONSTRAINT "questionnaire_requests_clinic_id_sent_by_memberships_clinic_id_id_fk" FOREIGN KEY ("clinic_id","sent_by") REFERENCES "public"."memberships"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questionnaire_requests" ADD CONSTRAINT "questionnaire_requests_clinic_id_instrument_version_id_instrument_versions_clinic_id_id_fk" FOREIGN KEY ("clinic_id","instrument_version_id") REFERENCES "public"."instrument_versions"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_reviews" ADD CONSTRAINT "response_reviews_clinic_id_response_id_responses_clinic_id_id_fk" FOREIGN KEY ("clinic_id","response_id") REFERENCES "public"."responses"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_reviews" ADD CONSTRAINT "response_reviews_clinic_id_patient_id_patients_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patients"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_reviews" ADD CONSTRAINT "response_reviews_clinic_id_reviewed_by_memberships_clinic_id_id_fk" FOREIGN KEY ("clinic_id","reviewed_by") REFERENCES "public"."memberships"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "questionnaire_requests_patient" ON "questionnaire_requests" USING btree ("clinic_id","patient_id","due_on");--> statement-breakpoint
ALTER TABLE "instrument_versions" ADD CONSTRAINT "instrument_versions_clinic_id_written_by_id_memberships_clinic_id_id_fk" FOREIGN KEY ("clinic_id","written_by_id") REFERENCES "public"."memberships"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_drafts" ADD CONSTRAINT "response_drafts_occurrence" UNIQUE NULLS NOT DISTINCT("clinic_id","patient_id","item_key","due_on","corrects_id");