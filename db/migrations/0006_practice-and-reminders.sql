CREATE TABLE "plan_pauses" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	"reason" text NOT NULL,
	"set_at" timestamp with time zone NOT NULL,
	"set_by" uuid NOT NULL,
	CONSTRAINT "plan_pauses_clinic_id_id_pk" PRIMARY KEY("clinic_id","id")
);
--> statement-breakpoint
CREATE TABLE "suggestion_decisions" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"plan_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"decision" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"note" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"decided_by" uuid NOT NULL,
	CONSTRAINT "suggestion_decisions_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "suggestion_decisions_subject" UNIQUE("clinic_id","plan_id","subject")
);
--> statement-breakpoint
CREATE TABLE "practice_sessions" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone NOT NULL,
	"active_seconds" integer NOT NULL,
	"time_zone" text NOT NULL,
	"effort_rpe" smallint,
	"note" text NOT NULL,
	"ended_early" boolean NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid NOT NULL,
	CONSTRAINT "practice_sessions_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "practice_sessions_effort" CHECK ("practice_sessions"."effort_rpe" between 0 and 10)
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	CONSTRAINT "calendar_feeds_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "calendar_feeds_token" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "push_subscriptions" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"endpoint" text NOT NULL,
	"p256dh" text NOT NULL,
	"auth" text NOT NULL,
	"device" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"gone_at" timestamp with time zone,
	CONSTRAINT "push_subscriptions_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "push_subscriptions_endpoint" UNIQUE("clinic_id","patient_id","endpoint")
);
--> statement-breakpoint
CREATE TABLE "reminder_settings" (
	"clinic_id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"by_mail" boolean NOT NULL,
	"by_push" boolean NOT NULL,
	"times" jsonb NOT NULL,
	"weekdays" jsonb NOT NULL,
	"quiet_from" smallint,
	"quiet_to" smallint,
	"repeats" smallint NOT NULL,
	"repeat_minutes" integer NOT NULL,
	"snoozed_until" timestamp with time zone,
	"off_token_hash" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminder_settings_clinic_id_patient_id_pk" PRIMARY KEY("clinic_id","patient_id"),
	CONSTRAINT "reminder_settings_off" UNIQUE("off_token_hash")
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"due_on" date NOT NULL,
	"slot" smallint NOT NULL,
	"repeat" smallint NOT NULL,
	"channel" text NOT NULL,
	"fire_at" timestamp with time zone NOT NULL,
	"attempts" smallint NOT NULL,
	"claimed_until" timestamp with time zone,
	"sent_at" timestamp with time zone,
	"dropped_at" timestamp with time zone,
	"reason" text,
	CONSTRAINT "reminders_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "reminders_slot" UNIQUE("clinic_id","patient_id","due_on","slot","repeat","channel")
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "attempts" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "next_try_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "claimed_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "failed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "last_error" text;--> statement-breakpoint
ALTER TABLE "phases" ADD COLUMN "criteria" jsonb;--> statement-breakpoint
ALTER TABLE "plan_items" ADD COLUMN "band_colour" text;--> statement-breakpoint
ALTER TABLE "plan_items" ADD COLUMN "range_limit" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "plan_items" ADD COLUMN "superset_key" uuid;--> statement-breakpoint
ALTER TABLE "practice_logs" ADD COLUMN "session_id" uuid;--> statement-breakpoint
ALTER TABLE "plan_pauses" ADD CONSTRAINT "plan_pauses_clinic_id_plan_id_plans_clinic_id_id_fk" FOREIGN KEY ("clinic_id","plan_id") REFERENCES "public"."plans"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_pauses" ADD CONSTRAINT "plan_pauses_clinic_id_patient_id_patients_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patients"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_pauses" ADD CONSTRAINT "plan_pauses_clinic_id_set_by_memberships_clinic_id_id_fk" FOREIGN KEY ("clinic_id","set_by") REFERENCES "public"."memberships"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_decisions" ADD CONSTRAINT "suggestion_decisions_clinic_id_patient_id_patients_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patients"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_decisions" ADD CONSTRAINT "suggestion_decisions_clinic_id_plan_id_plans_clinic_id_id_fk" FOREIGN KEY ("clinic_id","plan_id") REFERENCES "public"."plans"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "suggestion_decisions" ADD CONSTRAINT "suggestion_decisions_clinic_id_decided_by_memberships_clinic_id_id_fk" FOREIGN KEY ("clinic_id","decided_by") REFERENCES "public"."memberships"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_sessions" ADD CONSTRAINT "practice_sessions_clinic_id_patient_id_patients_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patients"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_sessions" ADD CONSTRAINT "practice_sessions_clinic_id_recorded_by_memberships_clinic_id_id_fk" FOREIGN KEY ("clinic_id","recorded_by") REFERENCES "public"."memberships"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_clinic_id_patient_id_patients_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patients"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "push_subscriptions" ADD CONSTRAINT "push_subscriptions_clinic_id_patient_id_patients_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patients"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder_settings" ADD CONSTRAINT "reminder_settings_clinic_id_patient_id_patients_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patients"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminders" ADD CONSTRAINT "reminders_clinic_id_patient_id_patients_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patients"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plan_pauses_patient" ON "plan_pauses" USING btree ("clinic_id","patient_id");--> statement-breakpoint
CREATE INDEX "suggestion_decisions_patient" ON "suggestion_decisions" USING btree ("clinic_id","patient_id");--> statement-breakpoint
CREATE INDEX "practice_sessions_patient" ON "practice_sessions" USING btree ("clinic_id","patient_id","started_at");--> statement-breakpoint
CREATE INDEX "calendar_feeds_patient" ON "calendar_feeds" USING btree ("clinic_id","patient_id");--> statement-breakpoint
CREATE INDEX "reminders_waiting" ON "reminders" USING btree ("clinic_id","fire_at") WHERE "reminders"."sent_at" is null and "reminders"."dropped_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_live" ON "calendar_feeds" USING btree ("clinic_id","patient_id") WHERE "calendar_feeds"."revoked_at" is null;--> statement-breakpoint
CREATE INDEX "outbox_unsent" ON "outbox" USING btree ("clinic_id","created_at") WHERE "outbox"."sent_at" is null and "outbox"."failed_at" is null;