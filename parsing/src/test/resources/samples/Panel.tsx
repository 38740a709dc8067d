import React from 'react';

/** A panel. */
export const Panel: React.FC<Props> = ({ title, children }) => {
  const [open, setOpen] = useState(false);
  return open ? <div onClick={() => setOpen(!open)}>{title}</div> : <Empty />;
};

export default function App(props: Props) {
  return <Panel title="x" {...props} />;
}
