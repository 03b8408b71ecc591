/** /suatuongtac: which numbers count where those at the freeze were wrong. */
export default {
  title: 'Quyết định lại lượt tương tác được tính',
  votesOpen:
    'Lượt tương tác còn được tính đến hết {{closes}}, nên chưa cần quyết định lại. Trước lúc đó xin ghi số đúng bằng /tuongtac.',
  notRanked: 'Bài {{code}} không có trong danh sách được xếp hạng, nên không quyết định lại được.',
  nothingLeft:
    'Nếu bỏ số đang được tính thì bài {{code}} không còn số nào khác. Xin ghi số đúng, ví dụ: 310 120.',
  entryLabel: 'Mã bài',
  entryAsk: 'Quyết định lại lượt tương tác của bài nào? Xin gõ mã bài, ví dụ: {{example}}',
  numbersLabel: 'Số được tính',
  numbersAsk:
    'Bài {{code}}: {{was}}.\nSố đúng lúc chốt là bao nhiêu? Xin ghi lượt thích rồi lượt chia sẻ, ví dụ: 310 120. Hoặc chọn bỏ số đang được tính; khi đó tính số ghi liền trước.',
  numbersHow: 'Xin ghi lượt thích rồi lượt chia sẻ, ví dụ: 310 120, hoặc chọn bỏ số đang được tính.',
  aside: 'Bỏ số đang được tính',
  reading: '{{likes}} lượt thích, {{shares}} lượt chia sẻ ghi lúc {{at}}',
  counts: 'đang tính số {{reading}}',
  noReading: 'đang không có số nào được tính',
  whatOut: 'bỏ số {{reading}}',
  whatNone: 'trước đây chưa có số nào được tính',
  whatNumbers: 'tính {{likes}} lượt thích, {{shares}} lượt chia sẻ',
  whatLeft: 'tính số {{reading}}',
  reasonLabel: 'Lý do',
  reasonAsk: 'Vì sao số đang được tính không đúng? Xin ghi lý do; đội xem được lý do này khi gõ /giaithich.',
  documentLabel: 'Số văn bản',
  documentAsk: 'Quyết định này theo văn bản nào? Xin ghi số và ngày, ví dụ: 21/QĐ-BTC ngày {{day}}.',
  proofLabel: 'Minh chứng',
  proofAsk: 'Xin gửi ảnh chụp hoặc đường dẫn cho thấy số đúng.',
  proofHow: 'Xin gửi một ảnh chụp màn hình, hoặc một đường dẫn bắt đầu bằng https://',
  sure: 'Bài {{code}}: {{what}}.\nLý do: {{reason}}\nVăn bản: {{document}}\nMọi số đã ghi vẫn được lưu, không bị sửa. Anh/chị quyết định như vậy?',
  yes: 'Quyết định',
  no: 'Để sau',
  left: 'Chưa quyết định gì. Lượt tương tác được tính vẫn như cũ.',
  done: 'Đã ghi quyết định lúc {{at}}: bài {{code}}, {{what}}.',
  donePublished:
    'Kết quả đã công bố vẫn giữ nguyên. Xin Trưởng Ban Giám khảo đề nghị bản đính chính (/dexuat).',
  told: '<b>{{contest}}</b>\nBan Tổ chức đã quyết định về lượt tương tác của bài {{code}}: {{what}}. Xin gõ /dexuat để đề nghị kết quả theo số này.',
  explained:
    'Về lượt tương tác, Ban Tổ chức đã quyết định lúc {{at}}, văn bản {{document}}: {{what}}. Lý do: {{reason}}',
} as const;
