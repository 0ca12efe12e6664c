import { IconButton, Popover, VisuallyHidden } from '@strapi/design-system';
import { Calendar as CalendarIcon } from '@strapi/icons';
import { lazy, Suspense, useState } from 'react';
import { parseTypedDay } from '../../vietnamese';
import { useMessages } from './messages';

const Calendar = lazy(() => import('./calendar'));

type Props = { day: string; label: string; disabled: boolean; onPick(day: string): void };

/** A button that opens a calendar at the typed day, or at today's; `onPick` gets a civil day. */
export function CalendarButton({ day, label, disabled, onPick }: Props) {
  const { say } = useMessages();
  const [isOpen, setOpen] = useState(false);
  const typed = parseTypedDay(day);
  return (
    <Popover.Root open={isOpen} onOpenChange={setOpen}>
      <Popover.Trigger>
        <IconButton label={`${say('openCalendar')} (${label})`} size="L" disabled={disabled} withTooltip={false}>
          <CalendarIcon />
        </IconButton>
      </Popover.Trigger>
      <Popover.Content aria-label={say('calendarOf', { label })} align="start" sideOffset={4}>
        <Suspense fallback={<VisuallyHidden>…</VisuallyHidden>}>
          <Calendar
            day={'day' in typed ? typed.day : undefined}
            onPick={(picked) => {
              setOpen(false);
              onPick(picked);
            }}
          />
        </Suspense>
      </Popover.Content>
    </Popover.Root>
  );
}
