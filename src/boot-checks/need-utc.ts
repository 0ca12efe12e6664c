/**
 * Refuses the boot of a process whose local time is not UTC: Strapi stores instants in local time and without a zone,
 * so the database's clock, and every process of another zone, would be hours off what was meant.
 */
export function needUtc(name: string): void {
  const year = new Date().getFullYear();
  // Zones such as London's are at UTC for half of the year.
  if ([0, 6].every((month) => new Date(year, month).getTimezoneOffset() === 0)) return;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  throw new Error(
    `Plugin ${name} chỉ đúng giờ khi Strapi chạy ở UTC, còn tiến trình này chạy ở ${timeZone}: hãy đặt TZ=UTC trong ` +
      '.env hoặc môi trường rồi khởi động lại. Thời điểm mà nội dung cũ đã lưu theo múi giờ khác cần đổi sang UTC trước.',
  );
}
