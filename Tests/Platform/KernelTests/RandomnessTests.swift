import Kernel
import Testing

@Suite("Codes by chance")
struct RandomnessTests {
    private struct Zeros: Randomness {
        func bytes(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: count) }
    }

    @Test(
        "a code with its moment begins with it, sorts by it, and does not overflow in a thousand years",
        arguments: [
            (0, "000000000" + "000"),
            (31, "00000000Z" + "000"),
            (1_772_413_200_000, "1KJP0Y9M0" + "000"),
            (-5, "000000000" + "000"),
        ] as [(milliseconds: Int64, code: String)]
    )
    func moment(milliseconds: Int64, code: String) {
        #expect(Zeros().code(3, at: Instant(milliseconds: milliseconds)) == code)
    }

    @Test("later codes stand behind earlier ones")
    func order() {
        let codes = ["2026-03-02", "2026-03-03", "2126-03-03"].map { SystemRandomness().code(13, at: Instant($0)) }
        #expect(codes == codes.sorted())
        #expect(codes.allSatisfy { $0.count == 22 })
    }
}
