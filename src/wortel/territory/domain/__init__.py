"""Territory through time: municipalities, what they became, which areas held them. Pure values and decisions."""
