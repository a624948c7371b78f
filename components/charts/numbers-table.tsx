/** The numbers behind a picture, for those who cannot see it and those who want to know exactly. */
export function NumbersTable(props: {
  caption: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}) {
  return (
    <div className="overflow-x-auto">
      <table className="numeric border-collapse text-sm">
        <caption className="sr-only">{props.caption}</caption>
        <thead>
          <tr>
            {props.head.map((word) => (
              <th key={word} scope="col" className="border-rule-strong border-b py-1.5 pe-6 text-start font-semibold">
                {word}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(([first = "", ...rest]) => (
            <tr key={first}>
              <th scope="row" className="whitespace-nowrap border-rule border-b py-1.5 pe-6 text-start font-normal">
                {first}
              </th>
              {rest.map((cell, index) => (
                <td key={props.head[index + 1]} className="border-rule border-b py-1.5 pe-6">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
