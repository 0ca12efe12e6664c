import type { ComponentChildren } from 'preact';

export type Definition = readonly [name: string, value: ComponentChildren];

/** A list of names and values; nothing where there are none. */
export function Definitions({ lines }: { lines: readonly Definition[] }) {
  if (lines.length === 0) return null;
  return (
    <dl class="definitions">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
