/**
 * Checks that the process's local time is UTC. Strapi stores instants in local time and without a zone: in another zone
 * they would be hours off from the database's clock and from every other process.
 *
 * @throws an Error that names the plugin and the zone
 */
export function assertUtc(plugin: string): void {
  const year = new Date().getFullYear();
  // Zones such as London's are at UTC for half of the year.
  if ([0, 6].every((month) => new Date(year, month).getTimezoneOffset() === 0)) return;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  throw new Error(
    `Plugin ${plugin} chỉ đúng giờ khi Strapi chạy ở UTC, còn tiến trình này chạy ở ${timeZone}: hãy đặt TZ=UTC trong ` +
      '.env hoặc môi trường rồi khởi động lại. Thời điểm mà nội dung cũ đã lưu theo múi giờ khác cần đổi sang UTC trước.',
  );
}
