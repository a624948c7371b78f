CREATE TABLE "library_favourites" (
	"clinic_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "library_favourites_clinic_id_membership_id_item_id_pk" PRIMARY KEY("clinic_id","membership_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "library_media" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"content_type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"width_pixels" integer NOT NULL,
	"height_pixels" integer NOT NULL,
	"sha256" text NOT NULL,
	"uploaded_by_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "library_media_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "library_media_content_type" CHECK ("library_media"."content_type" in ('image/jpeg', 'image/png', 'image/webp')),
	CONSTRAINT "library_media_size" CHECK ("library_media"."size_bytes" between 1 and 10485760)
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"clinic_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"patient_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"about_version_id" uuid,
	"answers_id" uuid,
	"body" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "messages_clinic_id_id_pk" PRIMARY KEY("clinic_id","id"),
	CONSTRAINT "messages_of_patient" UNIQUE("clinic_id","patient_id","id"),
	CONSTRAINT "messages_body" CHECK (char_length("messages"."body") between 1 and 2000)
);
--> statement-breakpoint
ALTER TABLE "library_items" ADD COLUMN "copied_from_id" uuid;--> statement-breakpoint
ALTER TABLE "library_versions" ADD COLUMN "written_by_id" uuid;--> statement-breakpoint
ALTER TABLE "library_versions" ADD COLUMN "search" "tsvector" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "library_favourites" ADD CONSTRAINT "library_favourites_clinic_id_item_id_library_items_clinic_id_id_fk" FOREIGN KEY ("clinic_id","item_id") REFERENCES "public"."library_items"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_favourites" ADD CONSTRAINT "library_favourites_clinic_id_membership_id_memberships_clinic_id_id_fk" FOREIGN KEY ("clinic_id","membership_id") REFERENCES "public"."memberships"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_media" ADD CONSTRAINT "library_media_clinic_id_uploaded_by_id_memberships_clinic_id_id_fk" FOREIGN KEY ("clinic_id","uploaded_by_id") REFERENCES "public"."memberships"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_clinic_id_patient_id_patients_clinic_id_id_fk" FOREIGN KEY ("clinic_id","patient_id") REFERENCES "public"."patients"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_clinic_id_author_id_memberships_clinic_id_id_fk" FOREIGN KEY ("clinic_id","author_id") REFERENCES "public"."memberships"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_clinic_id_about_version_id_library_versions_clinic_id_id_fk" FOREIGN KEY ("clinic_id","about_version_id") REFERENCES "public"."library_versions"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_answers" FOREIGN KEY ("clinic_id","patient_id","answers_id") REFERENCES "public"."messages"("clinic_id","patient_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "messages_patient" ON "messages" USING btree ("clinic_id","patient_id","sent_at");--> statement-breakpoint
CREATE INDEX "messages_answered" ON "messages" USING btree ("clinic_id","answers_id");--> statement-breakpoint
ALTER TABLE "library_items" ADD CONSTRAINT "library_items_copied_from" FOREIGN KEY ("clinic_id","copied_from_id") REFERENCES "public"."library_items"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "library_versions" ADD CONSTRAINT "library_versions_clinic_id_written_by_id_memberships_clinic_id_id_fk" FOREIGN KEY ("clinic_id","written_by_id") REFERENCES "public"."memberships"("clinic_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "plan_items_library_version" ON "plan_items" USING btree ("clinic_id","library_version_id");--> statement-breakpoint
ALTER TABLE "library_items" ADD CONSTRAINT "library_items_own_slug" CHECK (("library_items"."origin" = 'clinic') = ("library_items"."slug" like '%~%'));