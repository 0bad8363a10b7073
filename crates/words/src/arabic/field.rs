//! What is wrong with a field.

use vestibule_core::field::FieldError;

use super::{
    bidi::ltr,
    count::{Noun, counted},
};
use crate::Text;

pub(super) fn say(error: FieldError) -> Text {
    match error {
        FieldError::Required => "املأ هذا الحقل.".into(),
        FieldError::MalformedEmail => format!("اكتبه على هذا النحو: {}", ltr("name@example.com")).into(),
        FieldError::PasswordTooShort { min, typed } => {
            format!("استخدم {} على الأقل. (كتبت {typed} حتى الآن)", counted(min.into(), Noun::CHARACTER)).into()
        }
        FieldError::PasswordTooLong { max } | FieldError::TooLong { max } => {
            format!("استخدم {} على الأكثر.", counted(max.into(), Noun::CHARACTER)).into()
        }
        FieldError::PasswordTooObvious => "معظمها عنوانك أو اسمنا، فيسهل تخمينها. اختر كلمة أخرى.".into(),
        FieldError::MalformedCode => "يتكوّن الرمز من ستة أرقام.".into(),
        FieldError::WrongCode => "هذا الرمز غير صحيح أو انتهت صلاحيته. استخدم أحدث رمز.".into(),
        FieldError::WrongPassword => "هذه ليست كلمة المرور التي اخترتها.".into(),
        FieldError::SameEmail => "هذا عنوانك الحالي.".into(),
        FieldError::PasswordLeaked => {
            "ظهرت كلمة المرور هذه في تسريب بيانات من موقع آخر، فيسهل تخمينها. اختر كلمة أخرى.".into()
        }
        FieldError::SamePassword => "هذه كلمة مرورك الحالية. اختر كلمة أخرى.".into(),
        FieldError::WrongTotp => "هذا الرمز غير صحيح. تتغيّر الرموز كل 30 ثانية، فاستخدم أحدثها.".into(),
        FieldError::MalformedBackupCode => {
            format!("يتكوّن الرمز الاحتياطي من 16 حرفًا ورقمًا: {}", ltr("3f7k-9m2p-x4tb-0qrs")).into()
        }
        FieldError::WrongBackupCode => "هذا ليس من رموزك، أو سبق استخدامه. جرّب رمزًا آخر.".into(),
        FieldError::NotOneLine => "اكتبه في سطر واحد.".into(),
        FieldError::MalformedNumber => "اكتب عددًا صحيحًا بالأرقام.".into(),
        FieldError::NumberTooSmall { min } => format!("اكتب {} أو أكثر.", ltr(&min.to_string())).into(),
        FieldError::NumberTooLarge { max } => format!("اكتب {} أو أقل.", ltr(&max.to_string())).into(),
        FieldError::MalformedDate => format!("اكتبه على هذا النحو: {}", ltr("2026-11-25")).into(),
        FieldError::MalformedUrl => format!("اكتبه على هذا النحو: {}", ltr("https://example.com")).into(),
        FieldError::NotAChoice => "اختر واحدًا من هذه.".into(),
        FieldError::NotTicked => "ضع علامة هنا للمتابعة.".into(),
    }
}
