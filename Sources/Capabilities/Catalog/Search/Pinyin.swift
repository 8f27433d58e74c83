import Foundation
import Synchronization

/// The readings (拼音) of Chinese characters, without tones: 行 is xing or hang.
enum Pinyin {
    /// Returns the readings of a character, the usual one first; none for what is no Chinese character.
    ///
    /// The readings of one character alone: the platform's transliteration knows one each, and `others` adds those that
    /// names of powers need.
    static func readings(of scalar: Unicode.Scalar) -> [[UInt8]] {
        if let own = known.withLock({ $0[scalar] }) { return own }
        let usual = String(Character(scalar)).applyingTransform(.mandarinToLatin, reverse: false)?
            .applyingTransform(.stripDiacritics, reverse: false)?.lowercased()
        var readings: [[UInt8]] = []
        if let usual, !usual.isEmpty, usual.utf8.allSatisfy({ (97...122).contains($0) }) {
            readings.append(Array(usual.utf8))
        }
        readings += (others[scalar] ?? []).map { Array($0.utf8) }
        known.withLock { $0[scalar] = readings }
        return readings
    }

    private static let known = Mutex<[Unicode.Scalar: [[UInt8]]]>([:])

    /// Further readings of characters that stand in names of powers, agencies and places.
    private static let others: [Unicode.Scalar: [String]] = [
        "行": ["hang"], "长": ["chang"], "重": ["chong"], "乐": ["yue"], "调": ["tiao"], "会": ["kuai"], "率": ["lv"],
        "传": ["zhuan"], "校": ["jiao"], "朝": ["zhao"], "都": ["dou"], "降": ["xiang"], "藏": ["zang"], "参": ["shen"],
        "单": ["shan"], "解": ["xie"], "车": ["ju"], "宿": ["xiu"], "厦": ["xia"], "绿": ["lv"], "律": ["lv"],
        "旅": ["lv"], "铝": ["lv"], "女": ["nv"], "虑": ["lv"], "屡": ["lv"], "履": ["lv"], "驴": ["lv"], "圈": ["juan"],
        "盛": ["cheng"], "石": ["dan"], "曾": ["ceng"], "弹": ["tan"], "载": ["zai"], "称": ["chen"], "种": ["chong"],
        "便": ["pian"], "大": ["dai"], "和": ["huo"], "系": ["ji"], "省": ["xing"], "识": ["zhi"], "塞": ["sai"],
    ]
}
