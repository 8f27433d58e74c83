import Access
import Kernel
import Testing

@Suite("Rules of signing in")
struct SigningInRulesTests {
    static let morning = Instant("2026-11-22", hour: 9)

    @Test(
        "five failures close a name for fifteen minutes from the fifth on",
        arguments: [
            ([0, 1, 2, 3], 4, nil),
            ([0, 1, 2, 3, 4], 4, 19),
            ([0, 1, 2, 3, 4], 18, 19),
            ([0, 1, 2, 3, 4], 19, nil),
            // Tries during the lock neither count nor prolong it.
            ([0, 1, 2, 3, 4, 10, 11, 12, 13, 14], 18, 19),
            ([0, 1, 2, 3, 4, 19, 20, 21, 22], 23, nil),
            ([0, 1, 2, 3, 4, 19, 20, 21, 22, 23], 24, 38),
            ([], 0, nil),
        ] as [(failed: [Int], now: Int, until: Int?)]
    )
    func lock(failed: [Int], now: Int, until: Int?) {
        func minute(_ number: Int) -> Instant { Self.morning + .seconds(number * 60) }
        #expect(LockOut().lockedUntil(failed: failed.map(minute), now: minute(now)) == until.map(minute))
    }

    @Test(
        "a password is long, mixed and does not contain the name",
        arguments: [
            ("Guangan-2026", nil),
            ("广安区教育局Ab12", nil),
            ("Ab1", .short(found: 3, least: 10)),
            ("abcdefghij1", .plain(kinds: 2, least: 3)),
            ("Liming-2026x", .containsName),
            (String(repeating: "aB1", count: 100), .long(greatest: 200)),
        ] as [(password: String, fault: PasswordFault?)]
    )
    func password(password: String, fault: PasswordFault?) {
        var found: AccessError?
        do throws(AccessError) {
            try PasswordRules().check(password, for: "liming")
        } catch {
            found = error
        }
        #expect(found == fault.map(AccessError.password))
    }

    @Test("a sign-in name ignores case and refuses what is none")
    func names() {
        for (text, read) in [("LiMing", "liming"), ("13800000000", "13800000000"), ("李明_窗口", "李明_窗口")] {
            #expect(SignInName(text)?.text == read)
        }
        for text in ["", "ab", "a b c", "a\u{0}bc", "<b>bold", String(repeating: "a", count: 61), "😀😀😀"] {
            #expect(SignInName(text) == nil, "\(text)")
        }
    }
}
