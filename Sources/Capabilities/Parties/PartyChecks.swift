import Codes

/// Checks what parties type about themselves before it becomes part of an event.
package enum PartyChecks {
    package static let greatestPersonName = 60
    package static let greatestOrganizationName = 200

    /// Returns the name without spaces around it.
    package static func name(_ text: String, greatest: Int) throws(PartiesError) -> String {
        let trimmed = String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
        guard !trimmed.isEmpty, trimmed.count <= greatest, trimmed.utf8.count <= greatest * 8,
            !trimmed.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
        else { throw .name(length: trimmed.count, greatest: greatest) }
        return trimmed
    }

    /// Returns the number with a capital X.
    ///
    /// Unlike published lists, people who type their own number are held to its check digit.
    package static func identityNumber(_ text: String) throws(PartiesError) -> String {
        let parsed: ParsedCode<IdentityNumber>
        do throws(CodeFault) {
            parsed = try IdentityNumber.parse(text)
        } catch {
            if case .noSuchDay = error.rule { throw .identityNumber(.birthDay) }
            throw .identityNumber(.form)
        }
        for case .wrongCheckCharacter(_, let expected, _) in parsed.warnings {
            throw .identityNumber(.checkDigit(expected: String(expected)))
        }
        return parsed.value.text
    }

    /// Returns the number without spaces and hyphens.
    package static func mobile(_ text: String) throws(PartiesError) -> String {
        let digits = text.filter { $0 != " " && $0 != "-" }
        let bytes = Array(digits.utf8)
        guard bytes.count == 11, bytes.allSatisfy({ (48...57).contains($0) }), bytes[0] == UInt8(ascii: "1"),
            bytes[1] >= UInt8(ascii: "3")
        else { throw .mobile }
        return digits
    }

    /// Returns the code in capitals, held to its check digit.
    package static func checkedCreditCode(_ text: String) throws(PartiesError) -> String {
        let parsed: ParsedCode<CreditCode>
        do throws(CodeFault) {
            parsed = try CreditCode.parse(text)
        } catch {
            throw .creditCode
        }
        for case .wrongCheckCharacter(_, let expected, _) in parsed.warnings {
            throw .creditCodeCheck(expected: String(expected))
        }
        return parsed.value.text
    }

    /// Returns the code in capitals; its check digit is not looked at, since wrong ones were issued.
    package static func creditCode(_ text: String) throws(PartiesError) -> String {
        do throws(CodeFault) {
            return try CreditCode.parse(text).value.text
        } catch {
            throw .creditCode
        }
    }
}
