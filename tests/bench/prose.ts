import { body, paragraph } from '../helpers/content';

const SENTENCES = [
  'Các sở, ngành và địa phương rà soát thủ tục, niêm yết công khai thời hạn giải quyết và trả kết quả đúng hẹn.',
  'Hồ sơ nộp trực tuyến được tiếp nhận trong ngày làm việc; người nộp theo dõi từng bước bằng mã đã cấp.',
  'Bộ phận một cửa hướng dẫn đầy đủ một lần, không yêu cầu giấy tờ mà cơ sở dữ liệu quốc gia đã có.',
  'Văn phòng Ủy ban nhân dân tỉnh tổng hợp tình hình, báo cáo những việc chậm và nêu rõ nguyên nhân.',
  'Kinh phí thực hiện được bố trí trong dự toán hằng năm, quyết toán theo đúng khối lượng hoàn thành.',
  'Nước ở các hồ chứa được xả có kiểm soát, có thông báo trước cho người dân sống ở vùng hạ du.',
  'Đường liên xã được tu sửa trước mùa mưa, cầu yếu có biển hạn chế tải trọng và người canh gác khi nước lên.',
  'Trạm y tế khám sàng lọc cho người cao tuổi, lập sổ theo dõi và hẹn ngày tái khám ngay tại xã.',
  'Trường học bố trí phòng đọc mở cửa cả buổi chiều để học sinh ở xa có chỗ ngồi chờ xe.',
  'Bà con xuống giống theo lịch thời vụ, chừa những chân ruộng trũng cho trà lúa ngắn ngày.',
  'Tàu cá trước khi rời cảng phải có thiết bị giám sát hành trình hoạt động và nhật ký khai thác.',
  'Khu di tích đón khách miễn phí vào ngày hội, phân luồng từ cổng ngoài để tránh ùn ứ ở sân chính.',
  'Chợ phiên họp vào ngày chẵn; ban quản lý sắp xếp lại lối đi, kiểm tra bình chữa cháy từng dãy.',
  'Danh mục dự án kêu gọi đầu tư được đăng kèm hiện trạng đất đai, hạ tầng và đầu mối giải đáp.',
  'Những kiến nghị của doanh nghiệp được trả lời bằng văn bản, đăng công khai cùng thời hạn xử lý.',
  'Rừng phòng hộ ven biển được trồng bổ sung bằng phi lao và bần chua, giao cho cộng đồng chăm sóc.',
  'Mạng lưới loa truyền thanh cơ sở phát bản tin buổi sáng bằng tiếng Việt, tiếng Thái và tiếng Mông.',
  'Hộ gia đình phân loại rác tại nguồn; xe gom rác hữu cơ riêng vào thứ hai, thứ tư và thứ sáu.',
  'Số liệu trong bài tính đến cuối tháng trước và sẽ được cập nhật khi có báo cáo chính thức của quý.',
  'Người dân có thể phản ánh qua đường dây nóng hoặc gửi ảnh trên ứng dụng; phản ánh nào cũng có hồi đáp.',
];
const PARAGRAPHS = 13;

/** About as long as an article of the portal, five hundred words, and unlike that of another number. */
export const proseOf = (number: number) =>
  body(
    ...Array.from({ length: PARAGRAPHS }, (_, place) =>
      paragraph(
        [0, 1].map((which) => SENTENCES[(number + place * 3 + which * (number + 7)) % SENTENCES.length]).join(' '),
      ),
    ),
  );
