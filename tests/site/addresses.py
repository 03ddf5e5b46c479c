"""The pages of the portal that the tests build (conftest.py)."""

SITE_URL = "https://vanban.example.vn/tinh/"
RESOLUTION = "van-ban/nghi-quyet-11-nq-tu-lam-ha-2017.html"
PLAN = "van-ban/ke-hoach-20-kh-hu-nam-ban-2018.html"
DECISION = "van-ban/quyet-dinh-07-2019-qd-ubnd-lam-ha.html"
LONG = "van-ban/nghi-quyet-03-nq-hu-yen-minh-2020.html"
