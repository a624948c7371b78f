import type { ReactNode } from "react";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  align?: "start" | "end";
  /** Names the row: a row header on a wide screen, the title of the card on a phone. */
  primary?: boolean;
  /** The header is for those who listen; the column speaks for itself. */
  hideHeader?: boolean;
};

export type TableProps<Row> = {
  caption: string;
  hideCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  empty?: ReactNode;
  className?: string;
};

/** A table that becomes a stack of cards on a narrow screen. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, hideCaption, columns, rows, rowKey, empty, className } = props;
  if (rows.length === 0 && empty) return <>{empty}</>;
  return (
    <table className={`block w-full border-collapse text-start md:table ${className ?? ""}`}>
      <caption className={hideCaption ? "sr-only" : "block pb-2 text-start font-semibold text-lg md:table-caption"}>
        {caption}
      </caption>
      <thead className="sr-only md:not-sr-only md:table-header-group">
        <tr className="md:border-rule-strong md:border-b">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={`px-3 py-2 font-semibold text-ink-soft text-sm first:ps-0 last:pe-0 ${column.align === "end" ? "text-end" : "text-start"}`}
            >
              {column.hideHeader ? <span className="sr-only">{column.header}</span> : column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block md:table-row-group">
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            className="relative block border-rule border-b py-3 md:table-row md:py-0 md:hover:bg-raised"
          >
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const place = "md:table-cell md:px-3 md:py-3 md:align-middle md:first:ps-0 md:last:pe-0";
  const end = column.align === "end" ? "md:text-end" : "";
  if (column.primary) {
    return (
      <th scope="row" className={`block pb-1 text-start font-semibold ${place} ${end}`}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td className={`flex items-center gap-3 py-0.5 ${place} ${end}`}>
      {column.hideHeader ? null : (
        <span aria-hidden="true" className="w-[min(7rem,35%)] flex-none text-ink-soft text-sm md:hidden">
          {column.header}
        </span>
      )}
      <span className="min-w-0 md:contents">{column.cell(row)}</span>
    </td>
  );
}
