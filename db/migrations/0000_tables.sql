CREATE TABLE "one_time_code_secrets" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"secret_encrypted" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "password_resets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"redeemed_at" timestamp with time zone,
	CONSTRAINT "password_resets_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"used_at" timestamp with time zone,
	CONSTRAINT "recovery_codes_hash" UNIQUE("account_id","code_hash")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"account_id" uuid,
	"membership_id" uuid,
	"token_hash" text NOT NULL,
	"second_factor_pending" boolean DEFAULT false NOT NULL,
	"device" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"idle_seconds" integer,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "sessions_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "sessions_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "sessions_kind" CHECK ("sessions"."kind" in ('person', 'system')),
	CONSTRAINT "sessions_person" CHECK (("sessions"."kind" = 'person') = ("sessions"."membership_id" is not null) and ("sessions"."kind" = 'person') = ("sessions"."account_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "sign_in_attempts" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "sign_in_attempts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_key" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_membership_id" uuid,
	"actor_role" text NOT NULL,
	"action" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid,
	"patient_id" uuid,
	"detail" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_events_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "audit_events_seq" UNIQUE("clinic_id","seq")
);
--> statement-breakpoint
CREATE TABLE "audit_heads" (
	"clinic_id" uuid PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"to_address" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	CONSTRAINT "outbox_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "receipts" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"command" text NOT NULL,
	"input_hash" text NOT NULL,
	"result" jsonb,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "receipts_clinic_id_membership_id_id_pk" PRIMARY KEY("clinic_id","membership_id","id")
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"password_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"password_changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "clinics" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"is_demo" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invitations" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"patient_id" uuid,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"redeemed_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "invitations_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "invitations_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "invitations_role" CHECK ("invitations"."role" in ('patient', 'clinician', 'admin')),
	CONSTRAINT "invitations_patient_role" CHECK (("invitations"."role" = 'patient') = ("invitations"."patient_id" is not null))
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"role" text NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "memberships_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "memberships_account_role" UNIQUE("clinic_id","account_id","role"),
	CONSTRAINT "memberships_role" CHECK ("memberships"."role" in ('patient', 'clinician', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "patients" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"membership_id" uuid,
	"name" text NOT NULL,
	"date_of_birth" date NOT NULL,
	"email" text NOT NULL,
	"region" text NOT NULL,
	"side" text NOT NULL,
	"goal" text NOT NULL,
	"time_zone" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	CONSTRAINT "patients_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "patients_membership" UNIQUE("clinic_id","membership_id"),
	CONSTRAINT "patients_email" UNIQUE("clinic_id","email"),
	CONSTRAINT "patients_region" CHECK ("patients"."region" in ('knee', 'hip', 'lower-back', 'ankle')),
	CONSTRAINT "patients_side" CHECK ("patients"."side" in ('left', 'right', 'both', 'central'))
);
--> statement-breakpoint
CREATE TABLE "library_items" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"kind" text NOT NULL,
	"slug" text NOT NULL,
	"origin" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "library_items_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "library_items_slug" UNIQUE("clinic_id","kind","slug"),
	CONSTRAINT "library_items_kind" CHECK ("library_items"."kind" in ('exercise', 'article')),
	CONSTRAINT "library_items_origin" CHECK ("library_items"."origin" in ('shipped', 'clinic'))
);
--> statement-breakpoint
CREATE TABLE "library_versions" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"body" jsonb NOT NULL,
	"body_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "library_versions_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "library_versions_number" UNIQUE("clinic_id","item_id","number")
);
--> statement-breakpoint
CREATE TABLE "phases" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_version_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"position" smallint NOT NULL,
	"title" text NOT NULL,
	"aim" text NOT NULL,
	"weeks" smallint,
	"starts_on" date NOT NULL,
	"ends_on" date,
	CONSTRAINT "phases_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "phases_position" UNIQUE("clinic_id","plan_version_id","position")
);
--> statement-breakpoint
CREATE TABLE "plan_drafts" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"base_version" integer NOT NULL,
	"revision" integer NOT NULL,
	"body" jsonb NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"updated_by" uuid NOT NULL,
	CONSTRAINT "plan_drafts_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "plan_drafts_plan" UNIQUE("clinic_id","plan_id")
);
--> statement-breakpoint
CREATE TABLE "plan_items" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_version_id" uuid NOT NULL,
	"phase_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"key" uuid NOT NULL,
	"position" smallint NOT NULL,
	"kind" text NOT NULL,
	"library_version_id" uuid,
	"instrument_version_id" uuid,
	"sets" smallint,
	"repetitions" smallint,
	"hold_seconds" smallint,
	"rest_seconds" smallint,
	"load_kg" numeric(5, 2),
	"tempo" text,
	"side" text,
	"pain_ceiling" smallint NOT NULL,
	"schedule" jsonb NOT NULL,
	"anchor_on" date NOT NULL,
	"note" text NOT NULL,
	CONSTRAINT "plan_items_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "plan_items_key" UNIQUE("clinic_id","plan_version_id","key"),
	CONSTRAINT "plan_items_kind" CHECK ("plan_items"."kind" in ('exercise', 'article', 'questionnaire')),
	CONSTRAINT "plan_items_reference" CHECK (("plan_items"."kind" = 'questionnaire') = ("plan_items"."instrument_version_id" is not null)
      and ("plan_items"."kind" <> 'questionnaire') = ("plan_items"."library_version_id" is not null)),
	CONSTRAINT "plan_items_dose" CHECK (("plan_items"."kind" = 'exercise') = ("plan_items"."sets" is not null)),
	CONSTRAINT "plan_items_pain" CHECK ("plan_items"."pain_ceiling" between 0 and 10)
);
--> statement-breakpoint
CREATE TABLE "plan_versions" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"effective_on" date NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"published_by" uuid NOT NULL,
	CONSTRAINT "plan_versions_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "plan_versions_number" UNIQUE("clinic_id","plan_id","number")
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"current_version" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	CONSTRAINT "plans_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "protocol_versions" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"protocol_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"body" jsonb NOT NULL,
	"body_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "protocol_versions_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "protocol_versions_number" UNIQUE("clinic_id","protocol_id","number")
);
--> statement-breakpoint
CREATE TABLE "protocols" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"slug" text NOT NULL,
	"origin" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "protocols_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "protocols_slug" UNIQUE("clinic_id","slug")
);
--> statement-breakpoint
CREATE TABLE "practice_logs" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"plan_item_id" uuid NOT NULL,
	"item_key" uuid NOT NULL,
	"due_on" date NOT NULL,
	"occasion" smallint NOT NULL,
	"outcome" text NOT NULL,
	"skip_reason" text,
	"sets_done" smallint,
	"repetitions_done" smallint,
	"hold_seconds_done" smallint,
	"load_kg" numeric(5, 2),
	"pain_nrs" smallint,
	"effort_rpe" smallint,
	"note" text NOT NULL,
	"performed_at" timestamp with time zone NOT NULL,
	"time_zone" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid NOT NULL,
	"corrects_id" uuid,
	"correction_reason" text,
	CONSTRAINT "practice_logs_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "practice_logs_corrects" UNIQUE("clinic_id","corrects_id"),
	CONSTRAINT "practice_logs_outcome" CHECK ("practice_logs"."outcome" in ('done', 'partly', 'skipped')),
	CONSTRAINT "practice_logs_skip" CHECK (("practice_logs"."outcome" = 'skipped') = ("practice_logs"."skip_reason" is not null)),
	CONSTRAINT "practice_logs_pain" CHECK ("practice_logs"."pain_nrs" between 0 and 10),
	CONSTRAINT "practice_logs_effort" CHECK ("practice_logs"."effort_rpe" between 0 and 10),
	CONSTRAINT "practice_logs_correction" CHECK (("practice_logs"."corrects_id" is null) = ("practice_logs"."correction_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "reading_receipts" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"plan_item_id" uuid NOT NULL,
	"item_key" uuid NOT NULL,
	"due_on" date NOT NULL,
	"library_version_id" uuid NOT NULL,
	"read_at" timestamp with time zone NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reading_receipts_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "reading_receipts_occurrence" UNIQUE("clinic_id","patient_id","item_key","due_on")
);
--> statement-breakpoint
CREATE TABLE "draft_answers" (
	"clinic_id" uuid NOT NULL,
	"draft_id" uuid NOT NULL,
	"item_id" text NOT NULL,
	"value" smallint,
	"answered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_answers_clinic_id_draft_id_item_id_pk" PRIMARY KEY("clinic_id","draft_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "instrument_versions" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"instrument_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"body" jsonb NOT NULL,
	"body_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "instrument_versions_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "instrument_versions_number" UNIQUE("clinic_id","instrument_id","number")
);
--> statement-breakpoint
CREATE TABLE "instruments" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"slug" text NOT NULL,
	"origin" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"retired_at" timestamp with time zone,
	CONSTRAINT "instruments_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "instruments_slug" UNIQUE("clinic_id","slug")
);
--> statement-breakpoint
CREATE TABLE "response_drafts" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"item_key" uuid NOT NULL,
	"due_on" date NOT NULL,
	"instrument_version_id" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	CONSTRAINT "response_drafts_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "response_drafts_occurrence" UNIQUE("clinic_id","patient_id","item_key","due_on")
);
--> statement-breakpoint
CREATE TABLE "responses" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"item_key" uuid NOT NULL,
	"due_on" date NOT NULL,
	"instrument_version_id" uuid NOT NULL,
	"answers" jsonb NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"submitted_on" date NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"submitted_by" uuid NOT NULL,
	"corrects_id" uuid,
	"correction_reason" text,
	CONSTRAINT "responses_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "responses_corrects" UNIQUE("clinic_id","corrects_id")
);
--> statement-breakpoint
CREATE TABLE "scores" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"response_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"subscale" text NOT NULL,
	"raw" double precision,
	"raw_max" double precision NOT NULL,
	"worst100" double precision,
	"answered" smallint NOT NULL,
	"imputed" smallint NOT NULL,
	"reason" text,
	"is_total" boolean NOT NULL,
	CONSTRAINT "scores_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "scores_subscale" UNIQUE("clinic_id","response_id","subscale")
);
--> statement-breakpoint
ALTER TABLE "one_time_code_secrets" ADD CONSTRAINT "one_time_code_secrets_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "password_resets" ADD CONSTRAINT "password_resets_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_clinic_id_clinics_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_clinic_id_membership_id_memberships_clinic_id_id_fk" FOREIGN KEY ("clinic_id","membership_id") REFERENCES "public"."memberships"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_clinic_id_clinics_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_heads" ADD CONSTRAINT "audit_heads_clinic_id_clinics_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_clinic_id_clinics_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipts" ADD CONSTRAINT "receipts_clinic_id_membership_id_memberships_clinic_id_id_fk" FOREIGN KEY ("clinic_id","membership_id") REFERENCES "public"."memberships"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_clinic_id_patient_id_patients_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patients"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_clinic_id_created_by_memberships_clinic_id_id_fk" FOREIGN KEY ("clinic_id","created_by") REFERENCES "public"."memberships"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_clinic_id_clinics_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patients" ADD CONSTRAINT "patients_clinic_id_membership_id_memberships_clinic_id_id_fk" FOREIGN KEY ("clinic_id","membership_id") REFERENCES "public"."memberships"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patients" ADD CONSTRAINT "patients_clinic_id_created_by_memberships_clinic_id_id_fk" FOREIGN KEY ("clinic_id","created_by") REFERENCES "public"."memberships"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_items" ADD CONSTRAINT "library_items_clinic_id_clinics_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_versions" ADD CONSTRAINT "library_versions_clinic_id_item_id_library_items_clinic_id_id_fk" FOREIGN KEY ("clinic_id","item_id") REFERENCES "public"."library_items"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phases" ADD CONSTRAINT "phases_clinic_id_plan_version_id_plan_versions_clinic_id_id_fk" FOREIGN KEY ("clinic_id","plan_version_id") REFERENCES "public"."plan_versions"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "phases" ADD CONSTRAINT "phases_clinic_id_patient_id_patients_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patients"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_drafts" ADD CONSTRAINT "plan_drafts_clinic_id_plan_id_plans_clinic_id_id_fk" FOREIGN KEY ("clinic_id","plan_id") REFERENCES "public"."plans"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_drafts" ADD CONSTRAINT "plan_drafts_clinic_id_patient_id_patients_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patients"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_drafts" ADD CONSTRAINT "plan_drafts_clinic_id_updated_by_memberships_clinic_id_id_fk" FOREIGN KEY ("clinic_id","updated_by") REFERENCES "public"."memberships"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_items" ADD CONSTRAINT "plan_items_clinic_id_plan_version_id_plan_versions_clinic_id_id_fk" FOREIGN KEY ("clinic_id","plan_version_id") REFERENCES "public"."plan_versions"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_items" ADD CONSTRAINT "plan_items_clinic_id_phase_id_phases_clinic_id_id_fk" FOREIGN KEY ("clinic_id","phase_id") REFERENCES "public"."phases"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_items" ADD CONSTRAINT "plan_items_clinic_id_patient_id_patients_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patients"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_items" ADD CONSTRAINT "plan_items_clinic_id_library_version_id_library_versions_clinic_id_id_fk" FOREIGN KEY ("clinic_id","library_version_id") REFERENCES "public"."library_versions"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_items" ADD CONSTRAINT "plan_items_clinic_id_instrument_version_id_instrument_versions_clinic_id_id_fk" FOREIGN KEY ("clinic_id","instrument_version_id") REFERENCES "public"."instrument_versions"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_clinic_id_plan_id_plans_clinic_id_id_fk" FOREIGN KEY ("clinic_id","plan_id") REFERENCES "public"."plans"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_clinic_id_patient_id_patients_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patients"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_clinic_id_published_by_memberships_clinic_id_id_fk" FOREIGN KEY ("clinic_id","published_by") REFERENCES "public"."memberships"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_clinic_id_patient_id_patients_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patients"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_clinic_id_created_by_memberships_clinic_id_id_fk" FOREIGN KEY ("clinic_id","created_by") REFERENCES "public"."memberships"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protocol_versions" ADD CONSTRAINT "protocol_versions_clinic_id_protocol_id_protocols_clinic_id_id_fk" FOREIGN KEY ("clinic_id","protocol_id") REFERENCES "public"."protocols"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "protocols" ADD CONSTRAINT "protocols_clinic_id_clinics_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_logs" ADD CONSTRAINT "practice_logs_clinic_id_patient_id_patients_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patients"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_logs" ADD CONSTRAINT "practice_logs_clinic_id_plan_item_id_plan_items_clinic_id_id_fk" FOREIGN KEY ("clinic_id","plan_item_id") REFERENCES "public"."plan_items"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_logs" ADD CONSTRAINT "practice_logs_clinic_id_recorded_by_memberships_clinic_id_id_fk" FOREIGN KEY ("clinic_id","recorded_by") REFERENCES "public"."memberships"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_logs" ADD CONSTRAINT "practice_logs_clinic_id_corrects_id_practice_logs_clinic_id_id_fk" FOREIGN KEY ("clinic_id","corrects_id") REFERENCES "public"."practice_logs"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_receipts" ADD CONSTRAINT "reading_receipts_clinic_id_patient_id_patients_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patients"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_receipts" ADD CONSTRAINT "reading_receipts_clinic_id_plan_item_id_plan_items_clinic_id_id_fk" FOREIGN KEY ("clinic_id","plan_item_id") REFERENCES "public"."plan_items"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_receipts" ADD CONSTRAINT "reading_receipts_clinic_id_library_version_id_library_versions_clinic_id_id_fk" FOREIGN KEY ("clinic_id","library_version_id") REFERENCES "public"."library_versions"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_answers" ADD CONSTRAINT "draft_answers_clinic_id_draft_id_response_drafts_clinic_id_id_fk" FOREIGN KEY ("clinic_id","draft_id") REFERENCES "public"."response_drafts"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instrument_versions" ADD CONSTRAINT "instrument_versions_clinic_id_instrument_id_instruments_clinic_id_id_fk" FOREIGN KEY ("clinic_id","instrument_id") REFERENCES "public"."instruments"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instruments" ADD CONSTRAINT "instruments_clinic_id_clinics_id_fk" FOREIGN KEY ("clinic_id") REFERENCES "public"."clinics"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_drafts" ADD CONSTRAINT "response_drafts_clinic_id_patient_id_patients_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patients"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "response_drafts" ADD CONSTRAINT "response_drafts_clinic_id_instrument_version_id_instrument_versions_clinic_id_id_fk" FOREIGN KEY ("clinic_id","instrument_version_id") REFERENCES "public"."instrument_versions"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_clinic_id_patient_id_patients_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patients"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_clinic_id_submitted_by_memberships_clinic_id_id_fk" FOREIGN KEY ("clinic_id","submitted_by") REFERENCES "public"."memberships"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_clinic_id_instrument_version_id_instrument_versions_clinic_id_id_fk" FOREIGN KEY ("clinic_id","instrument_version_id") REFERENCES "public"."instrument_versions"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responses" ADD CONSTRAINT "responses_clinic_id_corrects_id_responses_clinic_id_id_fk" FOREIGN KEY ("clinic_id","corrects_id") REFERENCES "public"."responses"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_clinic_id_response_id_responses_clinic_id_id_fk" FOREIGN KEY ("clinic_id","response_id") REFERENCES "public"."responses"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scores" ADD CONSTRAINT "scores_clinic_id_patient_id_patients_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patients"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_account" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "sign_in_attempts_key" ON "sign_in_attempts" USING btree ("account_key","at");--> statement-breakpoint
CREATE INDEX "audit_events_patient" ON "audit_events" USING btree ("clinic_id","patient_id","at");--> statement-breakpoint
CREATE INDEX "audit_events_at" ON "audit_events" USING btree ("clinic_id","at");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("clinic_id","created_at");--> statement-breakpoint
CREATE INDEX "invitations_patient" ON "invitations" USING btree ("clinic_id","patient_id");--> statement-breakpoint
CREATE INDEX "memberships_account" ON "memberships" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "plan_items_patient" ON "plan_items" USING btree ("clinic_id","patient_id");--> statement-breakpoint
CREATE INDEX "plan_versions_patient" ON "plan_versions" USING btree ("clinic_id","patient_id");--> statement-breakpoint
CREATE INDEX "plans_patient" ON "plans" USING btree ("clinic_id","patient_id");--> statement-breakpoint
CREATE INDEX "practice_logs_patient" ON "practice_logs" USING btree ("clinic_id","patient_id","due_on");--> statement-breakpoint
CREATE INDEX "responses_patient" ON "responses" USING btree ("clinic_id","patient_id","submitted_at");--> statement-breakpoint
CREATE INDEX "scores_patient" ON "scores" USING btree ("clinic_id","patient_id");