import { DayPicker } from 'react-day-picker';
import { enGB } from 'react-day-picker/locale/en-GB';
import { vi } from 'react-day-picker/locale/vi';
import { styled } from 'styled-components';
import { portalDay } from '../../vietnamese';
import { useMessages } from './messages';

const [FIRST_YEAR, YEARS_AHEAD] = [1945, 20];

type Props = {
  /** The chosen civil day (`YYYY-MM-DD`). */
  day: string | undefined;
  onPick(day: string): void;
};

/** A month at a time, by pointer and by keyboard, with today in the portal marked. */
export default function Calendar({ day, onPick }: Props) {
  const { locale } = useMessages();
  const today = dateOf(portalDay(new Date()));
  const selected = day === undefined ? undefined : dateOf(day);
  return (
    <Month>
      <DayPicker
        mode="single"
        autoFocus
        fixedWeeks
        showOutsideDays
        captionLayout="dropdown"
        locale={locale === 'vi' ? vi : enGB}
        startMonth={new Date(Math.min(FIRST_YEAR, selected?.getFullYear() ?? FIRST_YEAR), 0)}
        endMonth={new Date(Math.max(today.getFullYear() + YEARS_AHEAD, selected?.getFullYear() ?? 0), 11)}
        today={today}
        selected={selected}
        defaultMonth={selected ?? today}
        onDayClick={(picked) => onPick(dayOf(picked))}
      />
    </Month>
  );
}

/** The library works with dates of the machine's zone: noon, which exists on every day of every zone. */
function dateOf(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}

function dayOf(date: Date): string {
  const [year, month, day] = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const Month = styled.div`
  padding: 1.2rem;
  color: ${({ theme }) => theme.colors.neutral800};
  font-size: 1.4rem;

  .rdp-months {
    position: relative;
  }
  .rdp-nav {
    position: absolute;
    inset-inline-end: 0;
    display: flex;
  }
  .rdp-month_caption {
    display: flex;
    align-items: center;
    height: 3.6rem;
    padding-inline-end: 8rem;
    font-weight: 600;
  }
  .rdp-dropdowns {
    display: flex;
    gap: 0.8rem;
  }
  .rdp-dropdown_root {
    position: relative;
    display: inline-flex;
    align-items: center;
  }
  .rdp-dropdown {
    position: absolute;
    inset: 0;
    width: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .rdp-caption_label {
    display: inline-flex;
    align-items: center;
    gap: 0.2rem;
    white-space: nowrap;
  }
  .rdp-chevron {
    width: 1.6rem;
    height: 1.6rem;
    fill: ${({ theme }) => theme.colors.neutral600};
  }
  .rdp-month_grid {
    border-collapse: collapse;
  }
  .rdp-weekday {
    width: 3.6rem;
    height: 3.2rem;
    color: ${({ theme }) => theme.colors.neutral600};
    font-weight: 400;
    text-align: center;
  }
  .rdp-day {
    padding: 0;
  }
  .rdp-day_button,
  .rdp-button_previous,
  .rdp-button_next {
    display: flex;
    align-items: center;
    justify-content: center;
    width: 3.6rem;
    height: 3.6rem;
    border: 0;
    border-radius: 4px;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  .rdp-day_button:hover,
  .rdp-button_previous:hover,
  .rdp-button_next:hover {
    background: ${({ theme }) => theme.colors.neutral150};
  }
  .rdp-day_button:focus-visible,
  .rdp-button_previous:focus-visible,
  .rdp-button_next:focus-visible,
  .rdp-dropdown:focus-visible ~ .rdp-caption_label {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: -2px;
  }
  .rdp-outside {
    color: ${({ theme }) => theme.colors.neutral600};
  }
  .rdp-today .rdp-day_button {
    color: ${({ theme }) => theme.colors.primary600};
    font-weight: 600;
  }
  .rdp-selected .rdp-day_button {
    background: ${({ theme }) => theme.colors.primary600};
    color: ${({ theme }) => theme.colors.neutral0};
    font-weight: 600;
  }
`;
