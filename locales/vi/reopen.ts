/** The judging of the final is opened once more. */
export default {
  title: 'Mở lại việc chấm',
  chairOnly: 'Chỉ Trưởng Ban Tổ chức ({{who}}) được mở lại việc chấm đã chốt.',
  notLocked: 'Điểm {{final}} chưa chốt, hoặc đang được mở lại, nên không cần mở thêm.',
  reasonLabel: 'Lý do',
  reasonAsk:
    'Điểm {{final}} đã chốt lúc {{at}} (lần {{number}}). Vì sao phải mở lại việc chấm? Lý do được lưu lại và báo cho giám khảo.',
  documentLabel: 'Số văn bản',
  documentAsk: 'Theo văn bản số mấy, ngày nào? Ví dụ: Quyết định số 15/QĐ-UBND ngày {{day}}.',
  untilLabel: 'Mở đến lúc nào',
  untilAsk: 'Giám khảo được chấm đến lúc nào? Ví dụ: 26/9 17 giờ. Không ghi giờ là đến hết ngày đó.',
  past: '{{at}} đã qua rồi. Xin ghi một lúc chưa đến.',
  check:
    '<b>Xin kiểm tra lại:</b>\nMở lại việc chấm {{final}} đến {{until}}.\nLý do: {{reason}}\nVăn bản: {{document}}\nBản chốt lần {{number}} được giữ nguyên; hết thời gian này điểm tự chốt lần nữa.',
  published: 'Kết quả đã công bố vẫn giữ nguyên cho đến khi có bản đính chính.',
  final:
    '⚠️ Kết quả đã công bố (bản số {{version}}) là <b>kết quả chính thức</b>: đã hết thời gian nhận khiếu nại. Kết quả ấy vẫn giữ nguyên khi mở lại việc chấm. Chỉ khi có bản đính chính được phê duyệt và công bố thì kết quả mới thay đổi; khi đó thời gian nhận khiếu nại được tính lại từ đầu.',
  yes: 'Đúng, mở lại',
  done: 'Đã mở lại việc chấm đến {{until}}. Đã báo cho {{told}} giám khảo.',
  toldJudge:
    '<b>{{contest}}</b>\nViệc chấm {{final}} được mở lại đến {{until}} (văn bản {{document}}). Lý do: {{reason}}\nAnh/chị xem phiếu bằng /phieu, chấm hoặc sửa bằng /cham.',
  toldJudgeOnStage:
    '<b>{{contest}}</b>\nViệc chấm {{final}} được mở lại đến {{until}} (văn bản {{document}}). Lý do: {{reason}}\nAnh/chị xem phiếu bằng /phieu. Khi Trưởng Ban Giám khảo mở lại phần thi cần sửa, Trợ lý sẽ nhắn để anh/chị chấm.',
  toldHeadOnStage:
    '<b>{{contest}}</b>\nViệc chấm {{final}} được mở lại đến {{until}} (văn bản {{document}}). Lý do: {{reason}}\nXin anh/chị mở lại từng phần thi cần sửa: gõ /molailuot kèm mã bài. Sau đó các giám khảo mới chấm hoặc sửa được.',
  told: '<b>{{contest}}</b>\nViệc chấm {{final}} được mở lại đến {{until}} (văn bản {{document}}). Lý do: {{reason}}',
} as const;
