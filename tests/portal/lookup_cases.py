"""Typed citations and where they lead in the small library, for the reader in Python and its copy in the browser."""

NQ = "nghi-quyet-11-nq-tu-2017"
KH = "ke-hoach-20-kh-hu-2018"
TB = "thong-bao-cong-tac"

CASES: tuple[tuple[str, tuple[tuple[str, str | None, str], ...], tuple[str, ...]], ...] = (
    # text, places (document, clause, exactness), numbers that are cited and not held
    ("khoản 2 Nghị quyết số 11-NQ/TU", ((NQ, "khoan-2", "exact"),), ()),
    ("khoan 2 nq 11 tu", ((NQ, "khoan-2", "exact"),), ()),
    ("nq 11", ((NQ, None, "exact"),), ()),
    ("11 nq tu", ((NQ, None, "exact"),), ()),
    ("011 -NQ/TU", ((NQ, None, "exact"),), ()),
    ("nghị quyết 11", ((NQ, None, "exact"),), ()),
    ("NGHỊ QUYẾT SỐ 11 – NQ/TƯ", ((NQ, None, "exact"),), ()),
    ("k 2 nq 11", ((NQ, "khoan-2", "exact"),), ()),
    ("điểm 2 nghị quyết 11-nq/tu", ((NQ, "khoan-2", "exact"),), ()),
    ("ý 1 nq11", ((NQ, "khoan-1", "exact"),), ()),
    ("khoản thứ hai Nghị quyết 11-NQ/TU", ((NQ, "khoan-2", "exact"),), ()),
    ("mục 2 nghị quyết 11", ((NQ, "khoan-2", "exact"),), ()),
    ("khoản 9 Nghị quyết 11-NQ/TU", ((NQ, None, "document"),), ()),
    ("điểm a khoản 2 Nghị quyết 11-NQ/TU", ((NQ, "khoan-2", "deepest"),), ()),
    ("khoản 1", ((KH, "khoan-1", "exact"), (NQ, "khoan-1", "exact")), ()),
    ("khoản 1, 2 và 3 Nghị quyết số 11-NQ/TU", ((NQ, "khoan-1", "exact"), (NQ, "khoan-2", "exact")), ()),
    ("khoản 1 đến khoản 3 nq 11", ((NQ, "khoan-1", "exact"), (NQ, "khoan-2", "exact")), ()),
    ("khoản 2 và khoản 1 nq 11", ((NQ, "khoan-2", "exact"), (NQ, "khoan-1", "exact")), ()),
    ("khoản 1-2 nq 11", ((NQ, "khoan-1", "exact"), (NQ, "khoan-2", "exact")), ()),
    ("khoản 2, 2 nq 11", ((NQ, "khoan-2", "exact"),), ()),
    ("Nghị quyết số 11-NQ/TU ngày 05/3/2017 của Tỉnh ủy Lâm Hà về công tác dân vận", ((NQ, None, "exact"),), ()),
    (
        "khoản 2 Nghị quyết số 11-NQ/TU ngày 5 tháng 3 năm 2017 của Tỉnh ủy Lâm Hà",
        ((NQ, "khoan-2", "exact"),),
        (),
    ),
    ("Nghị quyết 11-NQ/TU ngày 06/3/2017", ((NQ, None, "exact"),), ()),
    ("ct 88", (), ("88-CT/TW",)),
    ("Chỉ thị 88-CT/TW của Ban Bí thư", (), ("88-CT/TW",)),
    ("khoản 3 chỉ thị số 88", (), ("88-CT/TW",)),
    ("kết luận 88", (), ()),
    ("kế hoạch của huyện ủy nam ban", ((KH, None, "exact"),), ()),
    ("đoạn thứ nhất Thông báo", ((TB, "doan-1", "exact"),), ()),
    ("thông báo", ((TB, None, "exact"),), ()),
    ("30/2020/NĐ-CP", (), ()),
    ("2/II", (), ()),
    ("II.2", (), ()),
    ("xin chào", (), ()),
    ("", (), ()),
    ("khoản", (), ()),
    ("<script>alert(1)</script>", (), ()),
    ("( ( ( khoản ( 2 ) nq 11", ((NQ, "khoan-2", "exact"),), ()),
    ("Kế hoạch số 20-KH/HU; Nghị quyết số 11-NQ/TU", ((KH, None, "exact"),), ()),
)
