"""What stands between Streamlit and whoever asks it: which doors are open, and what each answer says of itself."""
