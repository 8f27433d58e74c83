import Catalog
import Codes
import Testing

@Suite("In whose right an item is exercised")
struct ItemExerciseTests {
    /// - Source: Administrative License Law (行政许可法) art. 24; Administrative Penalty Law (行政处罚法) art. 20.
    @Test("who exercises a power for another names the other", arguments: ItemExercise.Source.allCases)
    func entrusted(source: ItemExercise.Source) {
        var content = ItemContent(code: "A1", name: "放风筝", category: .other)
        var exercise = ItemExercise()
        exercise.source = source
        content.exercise = exercise
        #expect(content.faults.contains { $0.field == .exercise } == source.isEntrusted)
        exercise.entrustedBy = "市风筝局"
        content.exercise = exercise
        #expect(!content.faults.contains { $0.field == .exercise })
    }

    @Test("ways and visits are read as people write them, and what is none is told apart")
    func reading() {
        let (ways, unread) = ItemExercise.Way.list("窗口办理、网上办理；托人代办")
        #expect(ways == [.window, .online])
        #expect(unread == ["托人代办"])
        #expect(ItemExercise.visits("0") == 0)
        for text in ["10", "-1", "一次", ""] { #expect(ItemExercise.visits(text) == nil, "\(text)") }
    }

    @Test("levels are read by number and by name, with or without 级", arguments: ["4", "县级", "县"])
    func levels(text: String) { #expect(ExerciseLevel(named: text) == .county) }
}
