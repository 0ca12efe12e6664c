import type { ComponentChildren } from 'preact';

type TitledSectionProps = { look: string; id: string; heading: string; children: ComponentChildren };

/** A section named by its heading; `look` is a class of the style sheets. */
export const TitledSection = ({ look, id, heading, children }: TitledSectionProps) => (
  <section class={look} aria-labelledby={id}>
    <h2 id={id}>{heading}</h2>
    {children}
  </section>
);
