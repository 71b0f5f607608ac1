"""Long work beside the page: it goes on, can be stopped, and its end is told whatever it is."""

import threading
import time

from generator.desk.jobs import Ended, Job


def ended(job: Job) -> Ended:
    until = time.monotonic() + 10
    while job.ket is None and time.monotonic() < until:
        time.sleep(0.01)
    assert job.ket is not None
    return job.ket


def test_a_job_tells_its_steps_and_its_end() -> None:
    seen = threading.Event()

    def work(job: Job) -> Ended:
        job.step(1, 2)
        seen.wait(10)
        job.step(2, 2)
        return Ended("Đã tạo 2 văn bản.")

    job = Job("Tạo văn bản", work)
    job.start()
    while job.xong < 1:
        time.sleep(0.01)
    assert job.running
    seen.set()
    assert ended(job).loi == "Đã tạo 2 văn bản."
    assert not job.running


def test_a_job_that_is_stopped_ends_after_its_step() -> None:
    done = []

    def work(job: Job) -> Ended:
        for number in range(1000):
            done.append(number)
            time.sleep(0.005)
            job.step(number, 1000)
        return Ended("xong")

    job = Job("Tạo văn bản", work)
    job.start()
    time.sleep(0.05)
    job.stop()
    assert ended(job).loi.startswith("Đã dừng theo yêu cầu")
    assert len(done) < 1000


def test_a_bug_in_the_work_is_told_without_any_value_of_the_data() -> None:
    def work(_job: Job) -> Ended:
        raise ValueError("Nguyễn Văn Bí Mật")

    job = Job("Tạo văn bản", work)
    job.start()
    told = ended(job).loi
    assert "hỏng giữa chừng" in told
    assert "Bí Mật" not in told
