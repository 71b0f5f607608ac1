"""Sentences as people write them in their reviews; `{n}`, `{m}`, `{p}` become numbers."""

NONE = "Không có"
VIRTUE = (
    "Bản thân luôn kiên định chủ nghĩa Mác - Lênin, tư tưởng Hồ Chí Minh, tuyệt đối trung thành với mục tiêu, lý tưởng của Đảng.",
    "Chấp hành nghiêm chủ trương, nghị quyết của Đảng; tham gia {n}/{n} buổi sinh hoạt chi bộ, đóng góp {m} lượt ý kiến.",
    "Giữ gìn lối sống trung thực, giản dị; không vi phạm Quy định số 37-QĐ/TW về những điều đảng viên không được làm.",
    "Đoàn kết, thẳng thắn với đồng chí, đồng nghiệp; không có biểu hiện “tự diễn biến”, “tự chuyển hóa”.",
    "Tác phong làm việc khoa học, đi cơ sở {m} lượt, giải quyết công việc đúng hẹn.",
    "Thực hiện tự phê bình và phê bình theo Nghị quyết Trung ương 4 (khóa XII), không nể nang, né tránh.",
)
WORK = (
    "Hoàn thành {n}/{n} nhiệm vụ được giao, trong đó {m} nhiệm vụ vượt tiến độ; tỷ lệ hồ sơ đúng hạn đạt {p}%.",
    "Tham mưu ban hành {m} văn bản, {n} kế hoạch; soạn thảo 03 báo cáo chuyên đề gửi Đảng ủy trước thời hạn.",
    "Tiếp {n} lượt công dân, giải quyết xong {m} đơn, không có đơn tồn đọng.",
    "Thu ngân sách đạt {p}% dự toán; giảm {m} hộ nghèo so với năm trước.",
    "Vận động Nhân dân hiến {n}00 m2 đất làm đường; bê tông hóa 1,{m} km đường thôn.",
    "Phối hợp với Mặt trận và các đoàn thể tổ chức {m} buổi tuyên truyền, {n}5 lượt người dự.",
    "Số hóa 1.{n}0 hồ sơ; {p}% văn bản được ký số và gửi qua trục liên thông.",
    "Được Chủ tịch UBND xã tặng giấy khen theo Quyết định số {n}/QĐ-UBND ngày 15/11.",
)
LEADING = (
    "Chỉ đạo {m} bộ phận trực thuộc hoàn thành kế hoạch năm; không có đơn vị yếu kém.",
    "Phân công nhiệm vụ theo nguyên tắc “rõ người, rõ việc, rõ thời gian, rõ trách nhiệm, rõ sản phẩm, rõ thẩm quyền”.",
    "Chủ trì {n} cuộc họp giao ban, kết luận đều có thông báo bằng văn bản.",
    "Kịp thời tháo gỡ vướng mắc về giải phóng mặt bằng {m} công trình; dám chịu trách nhiệm trước tập thể.",
    "Xây dựng khối đoàn kết nội bộ, lắng nghe ý kiến cấp dưới, không để xảy ra khiếu kiện vượt cấp.",
)
EXAMPLE = (
    "Bản thân và gia đình gương mẫu chấp hành chính sách, pháp luật; kê khai tài sản, thu nhập đầy đủ, trung thực.",
    "Vợ (chồng), các con không lợi dụng chức vụ của bản thân để trục lợi.",
    "Đấu tranh với biểu hiện lãng phí; tiết kiệm {p} triệu đồng chi thường xuyên.",
    "Mỗi tháng dự sinh hoạt với một chi bộ thôn, đối thoại với Nhân dân {m} lần.",
)
PROMISE = (
    "Đã thực hiện {m}/{m} nội dung cam kết tu dưỡng, rèn luyện đầu năm.",
    "Tự học và hoàn thành lớp bồi dưỡng chuyển đổi số, kết quả loại khá.",
    "Cam kết đầu năm thực hiện xong; còn nội dung học ngoại ngữ mới đạt {p}%.",
)
GROUP = (
    "Tập thể giữ nghiêm nguyên tắc tập trung dân chủ; {n}/{n} kỳ họp có nghị quyết, {m} chuyên đề được thảo luận kỹ.",
    "Quy chế làm việc được sửa đổi, bổ sung kịp thời; phân công từng đồng chí phụ trách lĩnh vực.",
    "Lãnh đạo hoàn thành {n}/{n} chỉ tiêu nghị quyết, {m} chỉ tiêu vượt; kết nạp {m} đảng viên.",
    "Kiểm tra {m} tổ chức đảng, giám sát chuyên đề {m} lượt; không có đảng viên bị kỷ luật.",
    "Cải cách hành chính có chuyển biến: {p}% hồ sơ trực tuyến; mức độ hài lòng của người dân {p}%.",
    "Lãnh đạo chính quyền, Mặt trận và các đoàn thể phối hợp chặt chẽ, giữ vững an ninh, trật tự.",
)
WEAKNESS = (
    "Có việc giải quyết còn chậm, nhất là hồ sơ đất đai trong quý II.",
    "Công tác kiểm tra, đôn đốc cấp dưới có lúc chưa thường xuyên.",
    "Chưa mạnh dạn góp ý, phê bình đồng nghiệp; còn nể nang.",
    "Ứng dụng công nghệ thông tin vào công việc còn hạn chế.",
    "Việc học tập nghị quyết có nội dung chưa sâu; {m} buổi đến muộn.",
)
CAUSE = (
    "Chủ quan: bản thân sắp xếp công việc chưa khoa học, có lúc thiếu quyết liệt.",
    "Khách quan: khối lượng công việc sau sắp xếp đơn vị hành chính tăng {p}%.",
    "Chưa dành nhiều thời gian nghiên cứu văn bản mới.",
    "Kinh phí cấp chậm, biên chế thiếu {m} người.",
)
MENDED = (
    "Hạn chế năm trước về chậm báo cáo: đã khắc phục xong trong quý I.",
    "Việc chậm quyết toán: đang khắc phục, đạt {p}%; khó khăn do thiếu hồ sơ gốc.",
    "Đã khắc phục {m}/{m} hạn chế được chi bộ chỉ ra.",
)
EXPLAINED = (
    "Về việc chậm giải ngân: đến 30/11 đã giải ngân {p}%, nguyên nhân do vướng mặt bằng; bản thân nhận trách nhiệm đôn đốc chưa kịp thời.",
    "Điểm I.1 của Văn bản gợi ý: đã kiểm tra lại, sai sót do nhập liệu, đã đính chính.",
)
DUTY = (
    "Liên đới trách nhiệm với tập thể trong việc chậm triển khai {m} nhiệm vụ.",
    "Là người trực tiếp phụ trách, bản thân nhận trách nhiệm chính.",
    "Nghiêm túc rút kinh nghiệm trước chi bộ.",
)
AHEAD = (
    "Hằng tháng lập kế hoạch công tác, tự kiểm tra kết quả vào ngày 25.",
    "Phấn đấu {p}% hồ sơ giải quyết trước hạn; hoàn thành trước 30/6 năm sau.",
    "Tiếp tục học tập, nâng cao kỹ năng số; mỗi quý đi cơ sở ít nhất {m} lần.",
    "Khắc phục dứt điểm việc nể nang trong sinh hoạt chi bộ, báo cáo kết quả tại kỳ họp tháng 3.",
)
REMARK = (
    "Đồng chí và gia đình gương mẫu, tham gia đóng góp xây dựng nông thôn mới {n}0.000 đồng.",
    "Nhất trí với kết quả công tác năm; đề nghị phát huy.",
    "Tham gia họp thôn {m}/{n} buổi.",
)
TASKS = (
    "Tham mưu kế hoạch kiểm tra, giám sát năm",
    "Giải quyết hồ sơ hộ tịch, chứng thực",
    "Xây dựng đề án chuyển đổi số của xã",
    "Chuẩn bị đại hội Mặt trận Tổ quốc",
    "Rà soát hộ nghèo, cận nghèo",
    "Lập hồ sơ quyết toán công trình nhà văn hóa",
    "Tuyên truyền cấp định danh điện tử mức 2",
)
LIMITS = ("30/6", "Quý III", "31/10", "Hằng tháng", "15/12")
STATES = ("Đã hoàn thành", "Hoàn thành, {p}% kế hoạch", "Đang thực hiện, đạt {p}%")
PRODUCTS = ("Kế hoạch số {n}-KH/ĐU", "Báo cáo số {n}-BC/CB", "{n} hồ sơ", "01 đề án", "{m} buổi")
PACES = ("Đúng tiến độ", "Vượt tiến độ", "Chậm 10 ngày")
NOTES = ("Phối hợp với Công an xã", "Việc phát sinh")
POSTS = (
    "Phó Chủ tịch UBND xã", "Công chức Văn hóa - Xã hội", "Trưởng phòng Kinh tế",
    "Chuyên viên Văn phòng HĐND và UBND",
)  # fmt: skip
UNIONS = ("Chủ tịch Công đoàn cơ sở", "Ủy viên BCH Đoàn xã", "Hội viên Hội Cựu chiến binh")
OFFICES = ("Ủy ban nhân dân xã Tân Hòa", "Văn phòng Đảng ủy xã", "Trường THCS Tân Hòa")
