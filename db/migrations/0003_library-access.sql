-- Who may see and change what the library and the messages hold, and how the library is searched.

-- ---------------------------------------------------------------------------------------------------------------------
-- A row that points at another of its own table may stand before it while a backup is put back.
ALTER TABLE library_items ALTER CONSTRAINT library_items_copied_from DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
ALTER TABLE messages ALTER CONSTRAINT messages_answers DEFERRABLE INITIALLY IMMEDIATE;
--> statement-breakpoint
DO $$ DECLARE t record; BEGIN
  FOR t IN SELECT k.conname FROM pg_constraint k WHERE k.conrelid = 'public.practice_logs'::regclass AND k.confrelid = k.conrelid AND k.contype = 'f' LOOP
    EXECUTE format('ALTER TABLE public.practice_logs ALTER CONSTRAINT %I DEFERRABLE INITIALLY IMMEDIATE', t.conname);
  END LOOP;
END $$;
--> statement-breakpoint

-- ---------------------------------------------------------------------------------------------------------------------
-- Search. Words by PostgreSQL's own text search; misspellings by the trigrams two texts share.
CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public;
--> statement-breakpoint
-- Small letters without accents or apostrophes, and one space for all other marks in a row: "Child's pose" is "childs pose".
CREATE FUNCTION app.plain(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = '' AS $$
  SELECT btrim(lower(regexp_replace(
    regexp_replace(normalize(coalesce(value, ''), NFKD), '[\u0300-\u036F\u0027\u2019]', '', 'g'),
    '[\s\u0020-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u007E\u2010-\u2018\u201C\u201D]+', ' ', 'g')))
$$;
--> statement-breakpoint
-- What a search reads of an item. Weights: A its name, B its other names, C what it is for and with, D its purpose and text.
-- Names are kept whole as well as by their stems, so that a word half typed is found.
CREATE FUNCTION app.library_search(title text, body jsonb) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = '' AS $$
  SELECT setweight(to_tsvector('pg_catalog.english', name) || to_tsvector('pg_catalog.simple', name), 'A')
    || setweight(to_tsvector('pg_catalog.english', aliases) || to_tsvector('pg_catalog.simple', aliases), 'B')
    || setweight(to_tsvector('pg_catalog.english', about) || to_tsvector('pg_catalog.simple', about), 'C')
    || setweight(to_tsvector('pg_catalog.english', prose), 'D')
  FROM (SELECT app.plain(title) AS name, app.plain((body -> 'aliases')::text) AS aliases,
    app.plain(concat_ws(' ', body #> '{muscles,main}', body #> '{muscles,helping}', body -> 'regions', body -> 'tags',
      body -> 'equipment', body ->> 'position', body ->> 'level')) AS about,
    app.plain(concat_ws(' ', body ->> 'purpose', body ->> 'summary', body -> 'keyPoints', body ->> 'body')) AS prose) AS words
$$;
--> statement-breakpoint
CREATE FUNCTION app.fill_library_search() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN
  NEW.search := app.library_search(NEW.title, NEW.body);
  RETURN NEW;
END $$;
--> statement-breakpoint
DO $do$ DECLARE home text; BEGIN
  SELECT n.nspname INTO home FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE e.extname = 'pg_trgm';
  -- 0 to 1: how much of the search is found, misspelt or not, somewhere in the names. Without its spaces too: "clam shel".
  EXECUTE format($f$CREATE FUNCTION app.likeness(search text, names text) RETURNS real
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE SET search_path = '' AS $$
      SELECT greatest(%1$I.word_similarity(search, names), %1$I.word_similarity(replace(search, ' ', ''), names)) $$ $f$, home);
  EXECUTE format('GRANT USAGE ON SCHEMA %I TO plumbline_app', home);
  EXECUTE format('GRANT EXECUTE ON FUNCTION %I.word_similarity(text, text) TO plumbline_app', home);
END $do$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION app.plain(text), app.library_search(text, jsonb), app.fill_library_search(), app.likeness(text, text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION app.plain(text), app.library_search(text, jsonb), app.likeness(text, text) TO plumbline_app;
--> statement-breakpoint
CREATE TRIGGER library_versions_search BEFORE INSERT ON library_versions FOR EACH ROW EXECUTE FUNCTION app.fill_library_search();
--> statement-breakpoint
UPDATE library_versions SET search = app.library_search(title, body);
--> statement-breakpoint

-- ---------------------------------------------------------------------------------------------------------------------
-- Row-level security, for the owner too.
DO $$ DECLARE t text; BEGIN
  FOREACH t IN ARRAY ARRAY['library_favourites', 'library_media', 'messages'] LOOP
    EXECUTE format('ALTER TABLE public.%I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE public.%I FORCE ROW LEVEL SECURITY', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- No UPDATE of any of them; a favourite alone can be taken back.
GRANT SELECT, INSERT ON library_favourites, library_media, messages TO plumbline_app;
--> statement-breakpoint
GRANT DELETE ON library_favourites TO plumbline_app;
--> statement-breakpoint
CREATE POLICY own_favourites ON library_favourites TO plumbline_app
  USING (clinic_id = (SELECT app.clinic_id()) AND membership_id = (SELECT app.member_id()))
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND membership_id = (SELECT app.member_id()));
--> statement-breakpoint
CREATE POLICY in_clinic ON library_media FOR SELECT TO plumbline_app USING (clinic_id = (SELECT app.clinic_id()));
--> statement-breakpoint
CREATE POLICY clinician_adds ON library_media FOR INSERT TO plumbline_app
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician' AND uploaded_by_id = (SELECT app.member_id()));
--> statement-breakpoint
-- What the clinic writes itself stands beside what ships, and clinicians may put either out of sight. What ships is written by
-- the system actor alone.
CREATE POLICY clinician_adds ON library_items FOR INSERT TO plumbline_app
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician' AND origin = 'clinic');
--> statement-breakpoint
CREATE POLICY clinician_retires ON library_items FOR UPDATE TO plumbline_app
  USING (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician')
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician');
--> statement-breakpoint
CREATE POLICY clinician_adds ON library_versions FOR INSERT TO plumbline_app
  WITH CHECK (clinic_id = (SELECT app.clinic_id()) AND (SELECT app.role()) = 'clinician' AND written_by_id = (SELECT app.member_id())
    AND EXISTS (SELECT FROM library_items i WHERE i.clinic_id = library_versions.clinic_id AND i.id = library_versions.item_id AND i.origin = 'clinic'));
--> statement-breakpoint
-- Seen by the clinic's clinicians and by the patient; written under one's own name, by a patient about themselves only.
CREATE POLICY clinician_or_self ON messages FOR SELECT TO plumbline_app USING (clinic_id = (SELECT app.clinic_id())
  AND ((SELECT app.role()) = 'clinician' OR patient_id = (SELECT app.patient_id())));
--> statement-breakpoint
CREATE POLICY author_adds ON messages FOR INSERT TO plumbline_app WITH CHECK (clinic_id = (SELECT app.clinic_id())
  AND author_id = (SELECT app.member_id()) AND ((SELECT app.role()) = 'clinician' OR patient_id = (SELECT app.patient_id())));
