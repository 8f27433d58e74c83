extension CatalogIndex {
    /// The slots that were found, in order, and which of them have everything in their names.
    struct Found {
        var slots: [Int32]
        /// In order; all of `slots` when the query says nothing.
        var named: [Int32]
    }

    /// Finds the slots that have every run in one of their fields.
    func found(_ runs: [SearchText.Run]) -> Found {
        guard let first = runs.first else {
            let all = [Int32](0..<Int32(entries.count))
            return Found(slots: all, named: all)
        }
        var found = self.found(first)
        for run in runs.dropFirst() where !found.slots.isEmpty {
            let next = self.found(run)
            found = Found(
                slots: CatalogIndex.intersection(found.slots, next.slots),
                named: CatalogIndex.intersection(found.named, next.named)
            )
        }
        return found
    }

    private func found(_ run: SearchText.Run) -> Found {
        switch run {
        case .characters:
            let units = TextColumn.units(of: [run])
            let named = names.holding(units)
            let (ofMain, ofAgency) = (mains.index.holding(units), agencies.index.holding(units))
            let ofTerm = terms.index.holding(units)
            guard !ofMain.isEmpty || !ofAgency.isEmpty || !ofTerm.isEmpty else {
                return Found(slots: named, named: named)
            }
            var all = SlotSet(below: entries.count)
            for slot in named { all.insert(slot) }
            mains.add(ofMain, to: &all)
            agencies.add(ofAgency, to: &all)
            terms.add(ofTerm, to: &all)
            return Found(slots: all.numbers, named: named)
        case .word(let scalars):
            var all = SlotSet(below: entries.count)
            words.add(beginning: run.word ?? "", to: &all)
            let written = all.numbers
            let units = TextColumn.units(of: [run])
            let named = written.filter { names.texts.holds($0, units, inFront: true) }
            let letters = scalars.map { UInt8(exactly: $0.value) ?? 0 }
            guard PinyinIndex.isPinyin(letters) else { return Found(slots: written, named: named) }
            for slot in sounding(letters) { all.insert(slot) }
            return Found(slots: all.numbers, named: named)
        }
    }

    /// What was probably meant: characters of the same sound, else all pairs but the two that one wrong character spoils.
    func near(_ runs: [SearchText.Run]) -> [Int32] {
        var found: [Int32]?
        for run in runs {
            var own: [Int32]
            switch run {
            case .word: own = self.found(run).slots
            case .characters(let scalars):
                own = self.found(run).slots
                if own.isEmpty || scalars.count > 2 {
                    own = slots(withPairs: pinyin.pairs(soundingLike: scalars)).numbers
                }
                if own.isEmpty { own = sharing(CharacterPair.needed(for: TextColumn.units(of: [run]))) }
            }
            found = found.map { CatalogIndex.intersection($0, own) } ?? own
        }
        return found ?? []
    }

    /// The slots whose name or main item may be typed by the letters.
    private func sounding(_ letters: [UInt8]) -> [Int32] {
        var found = SlotSet(below: entries.count)
        for slot in slots(withPairs: pinyin.pairs(initials: letters)).numbers where begins(slot, with: letters) {
            found.insert(slot)
        }
        for way in pinyin.pairs(spelled: letters) {
            for slot in slots(withPairs: way).numbers { found.insert(slot) }
        }
        return found.numbers
    }

    /// Whether the first letters of neighbors are these; pairs alone do not say that they are neighbors.
    private func begins(_ slot: Int32, with letters: [UInt8]) -> Bool {
        guard letters.count > 2 else { return true }
        func test(_ unit: UInt16, _ place: Int) -> Bool { pinyin.begins(unit, with: letters[place]) }
        if names.texts.holds(slot, length: letters.count, where: test) { return true }
        let main = entries.mains[Int(slot)]
        return main >= 0 && mains.index.texts.holds(main, length: letters.count, where: test)
    }

    /// The slots that have, in name or main item, one of the pairs of each place.
    private func slots(withPairs places: [Set<CharacterPair>]) -> SlotSet {
        var found: SlotSet?
        for pairs in places {
            var own = SlotSet(below: entries.count)
            for pair in pairs { add(pair, to: &own) }
            if found == nil { found = own } else { found?.formIntersection(own) }
        }
        return found ?? SlotSet(below: entries.count)
    }

    private func add(_ pair: CharacterPair, to found: inout SlotSet) {
        for list in names.lists(of: pair) { found.formUnion(list) }
        for list in mains.index.lists(of: pair) { mains.add(list.numbers { _, _ in true }, to: &found) }
    }

    /// The slots that have all pairs but two, and at least one.
    private func sharing(_ pairs: [CharacterPair]) -> [Int32] {
        var counts = [UInt8](repeating: 0, count: entries.count)
        for pair in pairs {
            var own = SlotSet(below: entries.count)
            add(pair, to: &own)
            for slot in own.numbers { counts[Int(slot)] += 1 }
        }
        let least = UInt8(clamping: max(1, pairs.count - 2))
        return counts.indices.lazy.filter { counts[$0] >= least }.map { Int32($0) }
    }

    static func intersection(_ left: [Int32], _ right: [Int32]) -> [Int32] {
        var both: [Int32] = []
        var (i, j) = (0, 0)
        while i < left.count, j < right.count {
            if left[i] == right[j] {
                both.append(left[i])
                i += 1
                j += 1
            } else if left[i] < right[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return both
    }
}
