/** A photo the clinic put in, as it is: nothing resizes it on the way. */
export function ClinicPhoto({ mediaId, alt, className }: { mediaId: string; alt: string; className?: string }) {
  return (
    // biome-ignore lint/performance/noImgElement: the portal's image resizer stays shut.
    <img src={`/api/media/${mediaId}`} alt={alt} loading="lazy" className={className} />
  );
}
