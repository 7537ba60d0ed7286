"""The form "Zet jouw gemeente neer": a page on which somebody fills in a gemeente's file in the browser."""
