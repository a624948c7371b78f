type Props = {
  mediaId: string;
  alt: string /** One of many, to be fetched when it comes near. */;
  lazy?: boolean;
  className?: string;
};

/** A photo the clinic put in, as it is: nothing resizes it on the way. */
export function ClinicPhoto({ mediaId, alt, lazy, className }: Props) {
  return (
    // biome-ignore lint/performance/noImgElement: the portal's image resizer stays shut.
    <img src={`/api/media/${mediaId}`} alt={alt} loading={lazy ? "lazy" : undefined} className={className} />
  );
}
