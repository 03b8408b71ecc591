/** The operator's command that works a published result out again. */
export default {
  command: 'tính lại kết quả đã công bố từ phiếu chấm và lượt tương tác gốc, rồi so từng ký tự',
  commandContest: 'mã cuộc thi trong cơ sở dữ liệu',
  nothing: 'Cuộc thi {{contest}} chưa công bố kết quả nào, nên chưa có gì để so.',
  same: '{{contest}}: tính lại từ phiếu chấm và lượt tương tác gốc ra đúng kết quả bản {{version}}, công bố lúc {{at}}, không lệch một ký tự.',
  differs: '{{contest}}: tính lại ra KHÁC kết quả bản {{version}}, công bố lúc {{at}}:',
  difference: '• {{path}}: đã công bố {{published}}, tính lại {{recomputed}}',
  ruling: '• có tính quyết định số {{number}} về lượt tương tác của bài {{entry}}, văn bản {{document}}',
  otherOrder: '• mọi giá trị đều giống, nhưng thứ tự ghi khác',
  missing: 'không có',
} as const;
