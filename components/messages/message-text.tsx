/** What somebody wrote, with its own lines and its own reading direction. */
export function MessageText({ children }: { children: string }) {
  return (
    <p dir="auto" className="measure whitespace-pre-line break-words">
      {children}
    </p>
  );
}
