"""What stands at the head of a paper that is only a draft; a received file is known by it."""

TITLE = "DỰ THẢO"
WHY = "Chưa được ký, gửi vì in ra điều còn sai:"
ENDING = " (dự thảo)"
"""How the file name of a draft ends."""
