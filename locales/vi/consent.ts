export default {
  none: 'Anh/chị chưa cho sự đồng ý nào, nên không có gì để rút lại.',
  backTitle: 'Rút lại sự đồng ý',
  backAsk:
    '<b>Anh/chị muốn rút lại sự đồng ý cho xử lý dữ liệu?</b>\nTừ lúc rút, Trợ lý không nhận đăng ký, bài mới hay bản thay của anh/chị nữa. Ban Tổ chức được báo ngay và sẽ trả lời về những gì đã nhận.',
  backKeeps: 'Việc đã làm trước đó vẫn hợp lệ.',
  backKeepsEntries:
    'Việc đã làm trước đó vẫn hợp lệ: bài đã nộp ({{entries}}) vẫn dự thi, trừ khi anh/chị rút bài hoặc Ban Tổ chức quyết định khác.',
  backLater: 'Sau này anh/chị có thể đồng ý lại bằng lệnh /dongy.',
  backYes: 'Rút lại sự đồng ý',
  backNo: 'Không rút',
  kept: 'Sự đồng ý của anh/chị vẫn giữ nguyên.',
  withdrawn:
    'Đã ghi nhận: anh/chị rút lại sự đồng ý lúc {{at}}. Từ bây giờ Trợ lý không nhận thêm thông tin của anh/chị. Ban Tổ chức đã được báo và sẽ trả lời trong 2 ngày làm việc về những gì đã nhận. Việc đã làm trước đó vẫn hợp lệ. Khi nào đổi ý, xin gõ /dongy.',
  needed:
    'Trợ lý chỉ nhận đăng ký và bài dự thi khi có sự đồng ý của anh/chị cho xử lý dữ liệu. Xin gõ /dongy để đọc và đồng ý, rồi làm tiếp.',
  stands: 'Anh/chị đã đồng ý rồi, và sự đồng ý ấy vẫn có hiệu lực. Muốn rút lại, xin gõ /rutdongy.',
  againTitle: 'Đồng ý lại',
  againRead: '<b>Trước khi dự thi tiếp, xin anh/chị đọc lại và cho biết có đồng ý hay không:</b>',
  againRefused:
    'Trợ lý hiểu rằng anh/chị không đồng ý, nên không nhận bài mới. Khi nào đổi ý, xin gõ /dongy.',
  again: 'Đã ghi nhận sự đồng ý của anh/chị lúc {{at}}. Anh/chị dự thi tiếp được như trước.',
  againTeam: '<b>Đồng ý lại</b>\n{{name}}, đội «{{team}}», lúc {{at}}. Trợ lý lại nhận bài của đội này.',
  withdrawnTeam:
    '<b>Rút lại sự đồng ý</b>\n{{name}}, đội «{{team}}», điện thoại {{phone}}, lúc {{at}}. Phải trả lời trong 2 ngày làm việc và ngừng xử lý dữ liệu trong 15 ngày.',
  withdrawnPerson:
    '<b>Rút lại sự đồng ý</b>\n{{name}}, lúc {{at}}, chưa đăng ký đội nào. Phải trả lời trong 2 ngày làm việc và ngừng xử lý dữ liệu trong 15 ngày.',
} as const;
