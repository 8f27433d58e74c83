import Codes
import Kernel
import Law

/// Reads what a list states of an item's limits, fee and guide; what cannot be read is a doubt and left out.
extension RowCheck {
    mutating func details(of category: PowerCategory?) -> ListedDetails {
        var details = ListedDetails()
        details.localCode = text(columns[.localCode], longest: ItemContent.longestCode)
        details.englishName = text(columns[.englishName], longest: ItemContent.longestName)
        details.audience = text(columns[.audience], longest: 200)
        details.statutoryLimit = statutoryLimit()
        details.promisedLimit = period(.promisedLimit, .promisedUnit)
        details.fee = fee()
        details.conditions = lines(.conditions)
        materials(into: &details)
        details.permitName = text(columns[.permitName], longest: 200)
        details.place = text(columns[.place], longest: RowCheck.longestText, takesLines: true)
        details.hours = text(columns[.hours], longest: RowCheck.longestText, takesLines: true)
        details.phone = text(columns[.phone], longest: RowCheck.longestText, takesLines: true)
        details.complaintLine = text(columns[.complaintLine], longest: RowCheck.longestText, takesLines: true)
        details.rights = lines(.rights)
        details.remedies = lines(.remedies)
        let exercise = exercise()
        details.exercise = exercise == ItemExercise() ? nil : exercise
        details.fields = category.flatMap { categoryFields(of: $0) }
        details.office = text(columns[.office], longest: 200)
        details.preference = text(columns[.preference], longest: RowCheck.longestText, takesLines: true)
        details.liability = text(columns[.liability], longest: RowCheck.longestText, takesLines: true)
        details.remark = text(columns[.remark], longest: RowCheck.longestText, takesLines: true)
        details.questions = questions()
        return details
    }

    /// The category of the division that the row names in a cell of its own, or in that of the category.
    mutating func local(
        _ named: LocalCategories.Entry?,
        runLike category: PowerCategory,
        in division: String?
    ) -> StatedCategory? {
        let column = columns[.localCategory] ?? columns.category
        var entry = named
        if let text = text(columns[.localCategory], longest: 40) {
            entry = known.categories.entry(called: text, in: division)
            if entry == nil { doubt(column, expected: "类别目录中的地方类别", found: text) }
        }
        guard let entry else { return nil }
        guard entry.category.like == category else {
            doubt(column, expected: "按\(category.chinese)办理的地方类别", found: entry.category.chineseWithLike)
            return nil
        }
        return entry.stated(answers(to: entry.category))
    }

    private mutating func answers(to category: LocalCategory) -> [StatedCategory.Answer] {
        guard let column = columns[.localAnswers],
            let text = text(column, longest: RowCheck.longestText, takesLines: true)
        else {
            return []
        }
        let (answers, unread) = StatedCategory.answers(in: text)
        for part in unread { doubt(column, expected: "“名称：内容”", found: part) }
        return answers.filter { answer in
            let faults = category.faults(of: [answer])
            for fault in faults { doubt(column, expected: fault.expected, found: fault.found) }
            return faults.isEmpty
        }
    }

    private mutating func statutoryLimit() -> StatutoryLimit? {
        guard let period = period(.statutoryLimit, .statutoryUnit), let limit = columns[.statutoryLimit] else {
            return nil
        }
        let column = columns[.statutorySource]
        guard let source = text(column, longest: 200).flatMap({ LegalBasis($0) }) else {
            doubt(column ?? limit, expected: "规定法定时限的条款", found: "没有；法定时限没有采用")
            return nil
        }
        return StatutoryLimit(period, source: source)
    }

    /// The unit stands in the same cell, or in a column of its own.
    private mutating func period(_ field: ItemColumns.Field, _ unit: ItemColumns.Field) -> Period? {
        guard let column = columns[field], let count = text(column, longest: 40) else { return nil }
        let unit = text(columns[unit], longest: 10) ?? ""
        if let period = Period(written: count) ?? Period(written: count + unit) { return period }
        doubt(column, expected: "期限，如“20个工作日”“30日”“当场”", found: count + unit)
        return nil
    }

    private mutating func exercise() -> ItemExercise {
        var exercise = ItemExercise()
        exercise.source = choice(.powerSource, of: ItemExercise.Source.self, \.chinese)
        exercise.entrustedBy = text(columns[.entrustedBy], longest: 200)
        exercise.projectType = choice(.projectType, of: ItemExercise.ProjectType.self, \.chinese)
        exercise.ways = ways()
        if let column = columns[.visits], let text = text(column, longest: 10) {
            exercise.visits = ItemExercise.visits(text)
            if exercise.visits == nil { doubt(column, expected: ItemExercise.wantedVisits, found: text) }
        }
        exercise.specialProcedure = text(columns[.specialProcedure], longest: RowCheck.longestText, takesLines: true)
        exercise.levyKind = text(columns[.levyKind], longest: 200)
        if let column = columns[.isReducible], let text = text(column, longest: 10) {
            exercise.isReducible = ["是": true, "1": true, "否": false, "0": false][text]
            if exercise.isReducible == nil { doubt(column, expected: "是、否", found: text) }
        }
        return exercise
    }

    private mutating func ways() -> [ItemExercise.Way]? {
        guard let column = columns[.handlingWays], let text = text(column, longest: 100) else { return nil }
        let (ways, unread) = ItemExercise.Way.list(text)
        for part in unread { doubt(column, expected: ItemExercise.Way.wanted, found: part) }
        return ways.isEmpty ? nil : ways
    }

    private mutating func choice<Value: CaseIterable>(
        _ field: ItemColumns.Field,
        of type: Value.Type,
        _ chinese: (Value) -> String
    ) -> Value? {
        guard let column = columns[field], let text = text(column, longest: 20) else { return nil }
        if let value = type.allCases.first(where: { chinese($0) == text }) { return value }
        doubt(column, expected: type.allCases.map(chinese).joined(separator: "、"), found: text)
        return nil
    }

    /// What only items of a category state, under the field's national name or its Chinese one.
    private mutating func categoryFields(of category: PowerCategory) -> [StatedField]? {
        var stated: [StatedField] = []
        for field in known.fields {
            guard let column = [field.key, field.chinese].first(where: { cell($0) != nil }),
                let text = text(column, longest: RowCheck.longestText, takesLines: true)
            else { continue }
            if !field.isStated(by: category) {
                let others = field.categories.map(\.chinese).joined(separator: "、")
                doubt(column, expected: "\(others)的事项才填写", found: text)
            } else if let value = field.stated(text) {
                stated.append(value)
            } else {
                doubt(column, expected: field.expectation, found: text)
            }
        }
        return stated.isEmpty ? nil : stated
    }

    mutating func lines(_ field: ItemColumns.Field) -> [String]? {
        guard let text = text(columns[field], longest: RowCheck.longestLines, takesLines: true) else { return nil }
        let lines = CellParts.read(text)
        return lines.isEmpty ? nil : lines
    }

    private mutating func questions() -> [CommonQuestion]? {
        guard let column = columns[.questions],
            let text = text(column, longest: RowCheck.longestLines, takesLines: true)
        else {
            return nil
        }
        let (questions, unread) = CommonQuestion.list(text)
        if let unread { doubt(column, expected: "一行“问：……”接一行“答：……”", found: String(unread.prefix(40))) }
        return questions.isEmpty ? nil : questions
    }
}
