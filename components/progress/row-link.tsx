import Link from "next/link";

/** A patient's name as the link of its row; the whole row can be pressed. It is not fetched ahead: reading a record is noted. */
export function RowLink({ patientId, name }: { patientId: string; name: string }) {
  return (
    <Link
      href={`/patients/${patientId}`}
      prefetch={false}
      data-row
      className="inline-flex min-h-9 items-center text-teal-ink underline-offset-[0.2em] after:absolute after:inset-0 hover:underline focus-visible:underline pointer-coarse:min-h-11"
    >
      <bdi>{name}</bdi>
    </Link>
  );
}
