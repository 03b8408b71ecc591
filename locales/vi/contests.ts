export default {
  title: '<b>Các cuộc thi</b>',
  line: '{{number}}. {{contest}}',
  lineHere: '{{number}}. <b>{{contest}}</b> (đang chọn ở đây)',
  you: 'Anh/chị là: {{roles}}',
  youNothing: 'Anh/chị chưa tham gia.',
  team: 'đội «{{team}}»',
  how: 'Muốn chuyển sang cuộc thi khác, xin chọn tên, hoặc gõ số thứ tự.',
  chosen: 'Từ bây giờ cuộc trò chuyện này là về <b>{{contest}}</b>.',
  none: 'Không có cuộc thi nào tên «{{typed}}». Gõ /cuocthi để xem danh sách.',
  several: 'Có nhiều cuộc thi giống «{{typed}}». Xin gõ /cuocthi rồi chọn theo số thứ tự.',
  unfinished:
    'Anh/chị đang làm dở một việc của cuộc thi khác. Xin làm nốt, hoặc gõ /huy để dừng, rồi mới chuyển sang {{contest}}.',
} as const;
