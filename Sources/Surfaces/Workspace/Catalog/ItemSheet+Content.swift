import BlobStore
import Catalog
import Codes
import Directory
import HTML
import Kernel
import Law

/// What the fields of a form say, and where one says nothing that can be read.
extension ItemSheet {
    struct Reading: Sendable {
        var content: ItemContent
        var adjustment: ItemAdjustment?
        var reason: String?
        var errors: [FieldError] = []

        mutating func fault(_ field: Field, _ message: String) { fault(field.rawValue, message) }

        mutating func fault(_ name: String, _ message: String) {
            errors.append(FieldError(field: name, message: message))
        }
    }

    /// Reads the fields onto what the form does not ask for.
    ///
    /// - Parameters:
    ///   - base: the content the form was made from; `nil` for a new item.
    ///   - agencies: those the item may be given to.
    ///   - categories: the local categories in use.
    ///   - declared: the fields of single categories.
    ///   - files: what the adjustment rests on.
    /// - Returns: the content and adjustment, and a fault for every field that says nothing readable.
    func read(
        onto base: ItemContent?,
        agencies: [AgencyRow],
        categories: LocalCategories,
        declared: [CategoryField],
        files: [Attachment]
    ) -> Reading {
        let category = PowerCategory(rawValue: self[.category])
        var reading = Reading(
            content: ItemContent(code: self[.code], name: self[.name], category: category ?? .other)
        )
        if self[.name].isEmpty { reading.fault(.name, "应填写事项名称，实为空") }
        if category == nil { reading.fault(.category, "应选择事项类型，实为没有选择") }
        reading.content.standard = base?.standard
        readIdentity(onto: base, agencies, into: &reading)
        readLocal(categories, into: &reading)
        readLimits(into: &reading)
        readFee(onto: base, into: &reading)
        readFields(declared, onto: base, into: &reading)
        readMaterials(onto: base, into: &reading)
        readQuestions(onto: base, into: &reading)
        readProcess(into: &reading)
        readExercise(into: &reading)
        readSecrecy(into: &reading)
        readAdjustment(files, into: &reading)
        readCommonQuestions(into: &reading)
        reading.content.office = stated(.office)
        reading.content.preference = stated(.preference)
        reading.content.liability = stated(.liability)
        reading.content.conditions = lines(.conditions)
        reading.content.permitName = stated(.permitName)
        reading.content.place = stated(.place)
        reading.content.hours = stated(.hours)
        reading.content.phone = stated(.phone)
        reading.content.complaintLine = stated(.complaintLine)
        reading.content.rights = lines(.rights)
        reading.content.remedies = lines(.remedies)
        reading.content.audience = stated(.audience)
        reading.content.remark = stated(.remark)
        return reading
    }

    private func stated(_ field: Field) -> String? { self[field].isEmpty ? nil : self[field] }

    private func lines(_ field: Field) -> [String]? {
        let lines = PartText.lines(self[field])
        return lines.isEmpty ? nil : lines
    }

    private func readIdentity(onto base: ItemContent?, _ agencies: [AgencyRow], into reading: inout Reading) {
        reading.content.localCode = stated(.localCode)
        reading.content.englishName = stated(.englishName)
        reading.content.mainName = stated(.mainName)
        for line in PartText.lines(self[.bases]) {
            if let basis = LegalBasis(line) {
                reading.content.bases.append(basis)
            } else {
                reading.fault(.bases, "应为法律文件名称和条款，如“行政许可法§12”，实为“\(line.prefix(40))”")
            }
        }
        if let agency = agencies.first(where: { $0.id.text == self[.agency] }) {
            reading.content.agency = AgencyReference(
                id: agency.id.text,
                code: agency.profile.code,
                name: agency.profile.name
            )
            reading.content.division = agency.profile.division.padded
        } else if self[.agency].isEmpty {
            // A list may name a body that the directory does not have yet.
            reading.content.agency = base?.agency?.id == nil ? base?.agency : nil
            reading.content.division = base?.division
        } else {
            reading.fault(.agency, "应为本地区在册的机构，实为不在册或者超出你的范围")
        }
        let levels = self[.levels].split(whereSeparator: { "、，,；; ".contains($0) }).map(String.init)
        reading.content.levels = levels.isEmpty ? nil : levels.compactMap { ExerciseLevel($0, in: &reading) }
    }

    private func readLimits(into reading: inout Reading) {
        if let text = stated(.statutory) {
            let period = Period(written: text)
            let source = stated(.statutorySource).flatMap { LegalBasis($0) }
            if period == nil { reading.fault(.statutory, ItemSheet.wantedPeriod(text)) }
            if source == nil { reading.fault(.statutorySource, "应写明规定法定时限的条款，实为没有") }
            if let period, let source { reading.content.statutoryLimit = StatutoryLimit(period, source: source) }
        }
        if let text = stated(.promised) {
            reading.content.promisedLimit = Period(written: text)
            if reading.content.promisedLimit == nil { reading.fault(.promised, ItemSheet.wantedPeriod(text)) }
        }
    }

    private static func wantedPeriod(_ found: String) -> String {
        "应为期限，如“20个工作日”“30日”“当场”，实为“\(found.prefix(20))”"
    }

    /// None typed where some were is taken as typed: the item needs none.
    private func readMaterials(onto base: ItemContent?, into reading: inout Reading) {
        guard !materials.isEmpty || base?.materials != nil || self[.category] == PowerCategory.license.rawValue else {
            return
        }
        reading.content.materials = materials.enumerated().map { index, row in
            func text(_ field: MaterialField) -> String? { row[field].flatMap { $0.isEmpty ? nil : $0 } }
            let counts = [MaterialField.originals, .copies].map { field -> Int in
                guard let written = text(field) else { return field == .originals ? 1 : 0 }
                if let count = Int(written), (0...Material.mostCopies).contains(count) { return count }
                let wanted = "份数应为 0 至 \(Material.mostCopies)"
                reading.fault(ItemSheet.material(index, field), "\(wanted)，实为“\(written.prefix(10))”")
                return 0
            }
            let necessity = text(.necessity).flatMap(Material.Necessity.init) ?? .required
            if necessity == .conditional, text(.condition) == nil {
                reading.fault(ItemSheet.material(index, .condition), "应写明什么情形下需要，实为空")
            }
            var material = Material(
                name: row[.name] ?? "",
                necessity: necessity,
                condition: text(.condition),
                form: text(.form).flatMap(Material.Form.init) ?? .either,
                originals: counts[0],
                copies: counts[1],
                source: text(.source).flatMap(Material.Source.init) ?? .applicant,
                sample: text(.sample),
                note: text(.note),
                papers: base?.materials?.first { $0.name == row[.name] }?.papers ?? []
            )
            for fact in Material.Fact.allCases { material[keyPath: fact.place] = text(MaterialField(fact)) }
            return material
        }
    }

    private func readCommonQuestions(into reading: inout Reading) {
        let (questions, unread) = CommonQuestion.list(self[.commonQuestions])
        reading.content.questions = questions.isEmpty ? nil : questions
        if let unread {
            reading.fault(.commonQuestions, "应为一行“问：……”接一行“答：……”，实为“\(unread.prefix(40))”")
        }
    }

    private func readProcess(into reading: inout Reading) {
        guard let text = stated(.process) else { return }
        let parts = text.split(separator: "@")
        guard parts.count == 2, let version = Int(parts[1]) else {
            return reading.fault(.process, "应选择一个已公布的流程，实为“\(text.prefix(40))”")
        }
        reading.content.process = ProcessReference(id: String(parts[0]), version: version)
    }

    private func readExercise(into reading: inout Reading) {
        var exercise = ItemExercise()
        exercise.source = ItemExercise.Source(rawValue: self[.powerSource])
        exercise.entrustedBy = stated(.entrustedBy)
        exercise.projectType = ItemExercise.ProjectType(rawValue: self[.projectType])
        let (ways, unread) = ItemExercise.Way.list(self[.ways])
        exercise.ways = ways.isEmpty ? nil : ways
        for part in unread { reading.fault(.ways, "应为\(ItemExercise.Way.wanted)之中的，实为“\(part.prefix(20))”") }
        if let text = stated(.visits) {
            exercise.visits = ItemExercise.visits(text)
            if exercise.visits == nil {
                reading.fault(.visits, "应为\(ItemExercise.wantedVisits)，实为“\(text.prefix(10))”")
            }
        }
        exercise.specialProcedure = stated(.specialProcedure)
        exercise.levyKind = stated(.levyKind)
        exercise.isReducible = self[.reducible].isEmpty ? nil : self[.reducible] == ItemSheet.yes
        reading.content.exercise = exercise == ItemExercise() ? nil : exercise
    }

    private func readSecrecy(into reading: inout Reading) {
        let written = [Field.secrecyBasis, .secrecyReason, .secrecyBy].filter { !self[$0].isEmpty }
        guard !written.isEmpty else { return }
        guard written.count == 3, let basis = LegalBasis(self[.secrecyBasis]) else {
            return reading.fault(.secrecyBasis, "涉密事项应写明依据、理由和决定机关，实为不全（政府信息公开条例§14）")
        }
        reading.content.secrecy = SecrecyGround(
            basis: basis,
            reason: self[.secrecyReason],
            decidedBy: self[.secrecyBy]
        )
    }

    private func readAdjustment(_ files: [Attachment], into reading: inout Reading) {
        let kind = ItemAdjustment.Kind(rawValue: self[.kind])
        let trigger = ItemAdjustment.Trigger(rawValue: self[.trigger])
        if kind == nil { reading.fault(.kind, "应选择调整的种类，实为没有选择") }
        if trigger == nil { reading.fault(.trigger, "应选择调整的原因，实为没有选择") }
        if self[.evidence].isEmpty { reading.fault(.evidence, "应写明所依据的文件和文号，实为空") }
        let evidenceOn = stated(.evidenceOn).flatMap { Day($0) }
        if evidenceOn == nil, let text = stated(.evidenceOn) {
            reading.fault(.evidenceOn, "应为日期，如“2026-03-02”，实为“\(text.prefix(20))”")
        }
        if let kind, let trigger {
            reading.adjustment = ItemAdjustment(
                kind,
                for: trigger,
                evidence: self[.evidence],
                on: evidenceOn,
                related: PartText.lines(self[.related]),
                files: files
            )
        }
        reading.reason = stated(.reason)
    }
}

extension ExerciseLevel {
    /// Reads a level by its name, with or without 级; notes what is none.
    fileprivate init?(_ text: String, in reading: inout ItemSheet.Reading) {
        guard let found = ExerciseLevel(named: text) else {
            let wanted = ExerciseLevel.allCases.map(\.chinese).joined(separator: "、")
            reading.fault(.levels, "应为\(wanted)之中的，实为“\(text.prefix(20))”")
            return nil
        }
        self = found
    }
}
