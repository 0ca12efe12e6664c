import { Box, Button, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp, Plus, Trash } from '@strapi/icons';
import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useWords } from './words';

type Props<Row> = {
  rows: readonly Row[];
  disabled: boolean;
  /** What a row is called: `Mục tiêu 2`, with its own name where it has one. */
  nameOf: (row: Row, number: number) => string;
  blank: () => Row;
  addLabel: string;
  nothing: string;
  /** Inside another list. */
  isInner?: boolean;
  onChange: (rows: Row[]) => void;
  children: (row: Row, change: (changed: Row) => void, index: number) => ReactNode;
};

/**
 * Rows that are added, removed and reordered by buttons, so by keyboard as well: the focus goes to the first field of a
 * new row, stays with a row that moves, and goes to the next row (else to “add”) when one is removed. Each change is announced.
 */
export function RowList<Row>({
  rows,
  disabled,
  nameOf,
  blank,
  addLabel,
  nothing,
  isInner = false,
  onChange,
  children,
}: Props<Row>) {
  const say = useWords();
  const [announced, setAnnounced] = useState('');
  const root = useRef<HTMLDivElement>(null);

  const wanted = useRef<string | null>(null);

  // With the rows that a change leaves, before the next key is typed.
  useLayoutEffect(() => {
    const found = wanted.current && root.current?.querySelector<HTMLElement>(`:scope > ${wanted.current}`);
    if (!found) return;
    wanted.current = null;
    found.focus();
  });
  const focus = (selector: string) => {
    wanted.current = selector;
  };
  const called = (index: number) => nameOf(rows[index] as Row, index + 1);

  const add = () => {
    focus(`[data-row="${rows.length}"] :is(input, textarea)`);
    onChange([...rows, blank()]);
  };
  const remove = (index: number) => {
    setAnnounced(say('removed', { row: called(index) }));
    const next = Math.min(index, rows.length - 2);
    focus(next < 0 ? '[data-add-box] [data-add]' : `[data-row="${next}"] [data-remove]`);
    onChange(rows.filter((_, other) => other !== index));
  };
  const move = (index: number, by: -1 | 1) => {
    const moved = [...rows];
    const [row] = moved.splice(index, 1);
    moved.splice(index + by, 0, row as Row);
    setAnnounced(say('moved', { row: called(index) }));
    const isAtEnd = index + by === 0 || index + by === rows.length - 1;
    const button = (by === -1) === isAtEnd ? 'down' : 'up';
    focus(`[data-row="${index + by}"] [data-${button}]`);
    onChange(moved);
  };

  return (
    <Flex ref={root} direction="column" alignItems="stretch" gap={isInner ? 2 : 4}>
      {rows.length === 0 && <Typography textColor="neutral600">{nothing}</Typography>}
      {rows.map((row, index) => {
        const name = nameOf(row, index + 1);
        return (
          <Box
            key={index}
            data-row={index}
            role="group"
            aria-label={name}
            padding={isInner ? 3 : 4}
            background={isInner ? 'neutral100' : 'neutral0'}
            borderColor="neutral200"
            hasRadius
          >
            <Flex justifyContent="space-between" gap={2} paddingBottom={isInner ? 2 : 4}>
              <Typography variant={isInner ? 'pi' : 'delta'} tag="p">
                {name}
              </Typography>
              {!disabled && (
                <Flex gap={1}>
                  <IconButton
                    type="button"
                    data-up=""
                    label={say('up', { row: name })}
                    variant="ghost"
                    disabled={index === 0}
                    onClick={() => move(index, -1)}
                  >
                    <ArrowUp />
                  </IconButton>
                  <IconButton
                    type="button"
                    data-down=""
                    label={say('down', { row: name })}
                    variant="ghost"
                    disabled={index === rows.length - 1}
                    onClick={() => move(index, 1)}
                  >
                    <ArrowDown />
                  </IconButton>
                  <IconButton
                    type="button"
                    data-remove=""
                    label={say('remove', { row: name })}
                    variant="ghost"
                    onClick={() => remove(index)}
                  >
                    <Trash />
                  </IconButton>
                </Flex>
              )}
            </Flex>
            {children(row, (changed) => onChange(rows.map((one, other) => (other === index ? changed : one))), index)}
          </Box>
        );
      })}
      {!disabled && (
        <Box data-add-box="">
          <Button
            type="button"
            data-add=""
            variant={isInner ? 'tertiary' : 'secondary'}
            startIcon={<Plus />}
            onClick={add}
          >
            {addLabel}
          </Button>
        </Box>
      )}
      <span role="status" style={{ position: 'absolute', clipPath: 'inset(50%)', inlineSize: 1, blockSize: 1 }}>
        {announced}
      </span>
    </Flex>
  );
}
