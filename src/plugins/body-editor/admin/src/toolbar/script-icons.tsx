type Props = { 'aria-hidden'?: boolean };

export const SubscriptIcon = (props: Props) => (
  <span {...props}>
    x<sub>2</sub>
  </span>
);

export const SuperscriptIcon = (props: Props) => (
  <span {...props}>
    x<sup>2</sup>
  </span>
);
