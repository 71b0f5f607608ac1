"""Forms as people fill them in and send them back, each with what they say, to test a reader of them.

A blank the program prints (`blanks`), what a person answers (`answers`), the places where it goes
(`places`), how one hand writes (`hands`), the habits of many (`habits`), all of it by seed (`corpus`).
"""
